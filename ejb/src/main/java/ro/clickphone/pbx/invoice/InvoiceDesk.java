package ro.clickphone.pbx.invoice;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** The documents of all customers, for finance and for those who report them to the tax office. */
@Stateless
@Guarded(Need.FINANCE)
public class InvoiceDesk {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    public Page<Invoice> list(InvoiceFilter filter, InvoiceSort sort, PageRequest page) {
        List<Invoice> invoices = filter.bind(db.createQuery(
                        "SELECT i FROM InvoiceEntity i" + InvoiceFilter.CHOSEN + sort.clause(), InvoiceEntity.class))
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(InvoiceEntity::asInvoice)
                .toList();
        long total = filter.bind(
                        db.createQuery("SELECT COUNT(i) FROM InvoiceEntity i" + InvoiceFilter.CHOSEN, Long.class))
                .getSingleResult();
        return new Page<>(invoices, total);
    }

    /** The sums of the VAT journal, one for each rate. */
    public List<VatSum> sums(InvoiceFilter filter) {
        return filter.bind(db.createQuery(
                        "SELECT i.percent, COUNT(i), SUM(i.net), SUM(i.vat), SUM(i.gross), SUM(i.vatInLei)"
                                + " FROM InvoiceEntity i" + InvoiceFilter.CHOSEN
                                + " GROUP BY i.percent ORDER BY i.percent DESC",
                        Object[].class))
                .getResultStream()
                .map(row -> new VatSum(
                        (BigDecimal) row[0],
                        (Long) row[1],
                        (BigDecimal) row[2],
                        (BigDecimal) row[3],
                        (BigDecimal) row[4],
                        (BigDecimal) row[5]))
                .toList();
    }

    /** @throws NotFound {@code invoice.unknown} */
    public Invoice find(InvoiceNumber number) {
        return entity(number).asInvoice();
    }

    /** @throws NotFound {@code invoice.unknown} */
    public byte[] pdf(InvoiceNumber number) {
        entity(number);
        return db.find(InvoiceFileEntity.class, number.value()).pdf();
    }

    /** @throws NotFound {@code invoice.unknown} */
    public String xml(InvoiceNumber number) {
        entity(number);
        return db.find(InvoiceFileEntity.class, number.value()).xml();
    }

    /** The tax office has come further. @throws NotFound {@code invoice.unknown} */
    public void become(InvoiceNumber number, Reported state) {
        entity(number).become(state);
    }

    private InvoiceEntity entity(InvoiceNumber number) {
        return Optional.ofNullable(db.find(InvoiceEntity.class, number.value()))
                .orElseThrow(() -> new NotFound("invoice.unknown", number.value()));
    }
}
