package ro.clickphone.pbx.efactura;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The tax office's answer to the octet: it keeps it for sixty days only. */
@Entity
@Table(name = "efactura_seal")
class SealEntity {
    @Id
    @Column(name = "invoice_number")
    private long number;

    @Lob
    private byte[] zip;

    protected SealEntity() {}

    SealEntity(long number, byte[] zip) {
        this.number = number;
        this.zip = zip.clone();
    }

    byte[] zip() {
        return zip.clone();
    }
}
