package ro.clickphone.pbx.invoice;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.kernel.AccountId;

/** Which advances are invoiced and not taken back yet. */
@Stateless
@Guarded(Need.FINANCE)
public class AdvanceBook {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** Customers with such advances of that day or before it, in the order of their numbers. */
    public List<AccountId> accounts(LocalDate until, AccountId after, int most) {
        return db.createQuery(
                        "SELECT i.account FROM InvoiceEntity i WHERE i.kind = :advance AND i.issuedOn <= :until"
                                + " AND i.account > :after AND i.gross + COALESCE((SELECT SUM(n.gross) FROM InvoiceEntity n"
                                + " WHERE n.account = i.account AND n.takesBack = i.number), 0) > 0"
                                + " GROUP BY i.account ORDER BY i.account",
                        Long.class)
                .setParameter("advance", DocumentKind.ADVANCE)
                .setParameter("until", until)
                .setParameter("after", after.value())
                .setMaxResults(most)
                .getResultStream()
                .map(AccountId::new)
                .toList();
    }

    /** The customer's advances of that day or before it of which something is left, oldest first. */
    public List<OpenAdvance> open(AccountId account, LocalDate until) {
        return advances(account, until).stream()
                .map(advance -> open(advance, notes(advance), until))
                .filter(advance -> advance.left().gross().signum() > 0)
                .toList();
    }

    private static OpenAdvance open(Invoice advance, List<Invoice> notes, LocalDate until) {
        List<Invoice> then =
                notes.stream().filter(note -> !note.issuedOn().isAfter(until)).toList();
        return new OpenAdvance(
                advance,
                Rest.of(advance, notes).amounts(),
                Rest.of(advance, then).amounts().net());
    }

    private List<Invoice> advances(AccountId account, LocalDate until) {
        return db.createQuery(
                        "SELECT i FROM InvoiceEntity i WHERE i.account = :account AND i.kind = :advance"
                                + " AND i.issuedOn <= :until ORDER BY i.number",
                        InvoiceEntity.class)
                .setParameter("account", account.value())
                .setParameter("advance", DocumentKind.ADVANCE)
                .setParameter("until", until)
                .getResultStream()
                .map(InvoiceEntity::asInvoice)
                .toList();
    }

    private List<Invoice> notes(Invoice advance) {
        return db.createQuery(
                        "SELECT i FROM InvoiceEntity i WHERE i.account = :account AND i.takesBack = :number",
                        InvoiceEntity.class)
                .setParameter("account", advance.account().value())
                .setParameter("number", advance.number().value())
                .getResultStream()
                .map(InvoiceEntity::asInvoice)
                .toList();
    }
}
