package ro.clickphone.pbx.efactura;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.invoice.InvoiceDesk;
import ro.clickphone.pbx.invoice.InvoiceIssued;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.invoice.Reported;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;

/**
 * Every step of a document's way, each in a transaction of its own, so that what the tax office has said is on the disk
 * before the next thing is asked of it.
 */
@Stateless
@Guarded(Need.FINANCE)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SendingBook {
    /** After so many refusals to take it no more is tried. */
    static final int MOST_ATTEMPTS = 8;
    /** How long the office's list is asked for a document that it may have, before it is sent once more. */
    static final Duration IN_DOUBT = Duration.ofHours(24);
    /** A sender that has not come back after it is dead: longer than any answer is waited for. */
    static final Duration CLAIM = TaxOffice.WITHIN.multipliedBy(3);

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private InvoiceDesk invoices;

    @Inject
    private Outbox outbox;

    /** In the transaction that issues the document: with it, or not at all. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    @Guarded(Need.NOTHING)
    public void issued(@Observes InvoiceIssued event) {
        db.persist(new SendingEntity(invoices.find(event.number()), clock.instant()));
    }

    public List<Sending> due(SendState state, int most) {
        return db.createQuery(
                        "SELECT s FROM SendingEntity s WHERE s.state = :state AND s.nextAt <= :now"
                                + " ORDER BY s.nextAt, s.number",
                        SendingEntity.class)
                .setParameter("state", state)
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .getResultStream()
                .map(SendingEntity::asSending)
                .toList();
    }

    /** Takes it for sending; empty when another node has. */
    public Optional<Sending> claim(InvoiceNumber number) {
        SendingEntity sending = locked(number);
        Instant now = clock.instant();
        if (!sending.isDue(SendState.WAITING, now)) {
            return Optional.empty();
        }
        sending.start(now, now.plus(CLAIM));
        return Optional.of(sending.asSending());
    }

    public void taken(InvoiceNumber number, String index) {
        locked(number).taken(index, clock.instant());
        invoices.become(number, Reported.SENT);
    }

    /** The office was not there, or not for us: it is tried again, however often. */
    public void putBack(InvoiceNumber number, String why) {
        locked(number).notTaken(why, clock.instant());
    }

    /** The office was there and did not want it. */
    public void notTaken(InvoiceNumber number, String why) {
        SendingEntity sending = locked(number);
        if (sending.asSending().attempts() < MOST_ATTEMPTS) {
            sending.notTaken(why, clock.instant());
        } else {
            sending.stuck(why);
            tell(sending.asSending(), why);
        }
    }

    public void unsure(InvoiceNumber number, String why) {
        SendingEntity sending = locked(number);
        if (sending.asSending().state() == SendState.SENDING) {
            sending.unsure(why, clock.instant());
        }
    }

    /** The office's list does not show it (yet). */
    public void notListed(InvoiceNumber number) {
        SendingEntity sending = locked(number);
        Sending known = sending.asSending();
        Instant now = clock.instant();
        Instant began = known.startedAt().orElse(now);
        if (known.state() == SendState.UNSURE && now.isAfter(began.plus(IN_DOUBT))) {
            sending.notTaken("the tax office did not list it within a day", now);
        } else {
            sending.askAgain(now);
        }
    }

    public void askAgain(InvoiceNumber number) {
        locked(number).askAgain(clock.instant());
    }

    public boolean isKnown(String uploadIndex) {
        return !db.createQuery("SELECT s.number FROM SendingEntity s WHERE s.uploadIndex = :index", Long.class)
                .setParameter("index", uploadIndex)
                .getResultList()
                .isEmpty();
    }

    public void accepted(InvoiceNumber number, byte[] zip) {
        keep(number, zip);
        locked(number).accepted(clock.instant());
        invoices.become(number, Reported.ACCEPTED);
    }

    /** @param zip empty when the office gave none */
    public void refused(InvoiceNumber number, String why, Optional<byte[]> zip) {
        zip.ifPresent(content -> keep(number, content));
        SendingEntity sending = locked(number);
        sending.refused(why, zip.isPresent(), clock.instant());
        invoices.become(number, Reported.REFUSED);
        tell(sending.asSending(), why);
    }

    private void keep(InvoiceNumber number, byte[] zip) {
        SealEntity before = db.find(SealEntity.class, number.value());
        if (before != null) {
            db.remove(before);
            db.flush();
        }
        db.persist(new SealEntity(number.value(), zip));
    }

    private void tell(Sending sending, String why) {
        outbox.postToOperator("efactura.refused", new Pace.Each(), sending.printed(), sending.customer(), why);
    }

    private SendingEntity locked(InvoiceNumber number) {
        return Optional.ofNullable(db.find(SendingEntity.class, number.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("document " + number.value() + " is not on its way"));
    }
}
