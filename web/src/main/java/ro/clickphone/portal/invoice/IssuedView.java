package ro.clickphone.portal.invoice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.invoice.Reported;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** The customer's invoices and credit notes with their files (manual, item 145); not each belongs to a row of the wallet. */
@Named
@ViewScoped
public class IssuedView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private InvoiceService invoices;

    private transient LazyDataModel<Invoice> documents;

    public LazyDataModel<Invoice> getDocuments() {
        if (documents == null) {
            documents = new Rows<>(page -> invoices.list(me.id(), page), invoice -> invoice.number()
                    .value());
        }
        return documents;
    }

    /** What the file is called. */
    public String file(Invoice invoice) {
        return invoice.printed().split("/", 2)[0];
    }

    public String day(Invoice invoice) {
        return Moments.date(invoice.issuedOn(), language.getLocale());
    }

    public String gross(Invoice invoice) {
        return Prices.euro(invoice.amounts().gross(), language.getLocale());
    }

    /** Whether the tax office has sealed it. */
    public boolean sealed(Invoice invoice) {
        return invoice.reported() == Reported.ACCEPTED;
    }
}
