package ro.clickphone.pbx.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** What the customer and the tax office were given, to the octet. */
@Entity
@Table(name = "invoice_file")
class InvoiceFileEntity {
    @Id
    @Column(name = "invoice_number")
    private long number;

    @Lob
    private byte[] pdf;

    @Lob
    private String xml;

    protected InvoiceFileEntity() {}

    InvoiceFileEntity(InvoiceNumber number, byte[] pdf, String xml) {
        this.number = number.value();
        this.pdf = pdf.clone();
        this.xml = xml;
    }

    byte[] pdf() {
        return pdf.clone();
    }

    String xml() {
        return xml;
    }
}
