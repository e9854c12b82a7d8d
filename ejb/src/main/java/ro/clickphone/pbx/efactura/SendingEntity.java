package ro.clickphone.pbx.efactura;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "efactura")
class SendingEntity {
    static final int LONGEST_PROBLEM = 1000;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final int DOUBLINGS = 9;

    @Id
    @Column(name = "invoice_number")
    private long number;

    private String printed;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private boolean company;
    private String customer;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Enumerated(EnumType.STRING)
    private SendState state;

    @Column(name = "upload_index")
    private String uploadIndex;

    private int attempts;
    private int asked;

    @Column(name = "next_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant nextAt;

    @Column(name = "started_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant startedAt;

    @Column(name = "answered_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant answeredAt;

    private String problem;
    private boolean sealed;

    protected SendingEntity() {}

    SendingEntity(Invoice invoice, Instant now) {
        this.number = invoice.number().value();
        this.printed = invoice.printed();
        this.kind = invoice.kind();
        this.company = invoice.customer().isCompany();
        this.customer = invoice.customer().name();
        this.issuedOn = invoice.issuedOn();
        this.state = SendState.WAITING;
        this.uploadIndex = "";
        this.nextAt = now;
        this.problem = "";
    }

    boolean isDue(SendState wanted, Instant now) {
        return state == wanted && !nextAt.isAfter(now);
    }

    /** @param until after it, whoever finds it still like this knows that the sender died */
    void start(Instant now, Instant until) {
        state = SendState.SENDING;
        attempts++;
        startedAt = now;
        nextAt = until;
    }

    void taken(String index, Instant now) {
        state = SendState.SENT;
        uploadIndex = index;
        asked = 0;
        nextAt = now.plusSeconds(15);
        problem = "";
    }

    void notTaken(String why, Instant now) {
        state = SendState.WAITING;
        problem = shortened(why);
        nextAt = now.plus(pause(attempts));
    }

    void unsure(String why, Instant now) {
        state = SendState.UNSURE;
        asked = 0;
        problem = shortened(why);
        nextAt = now;
    }

    void stuck(String why) {
        state = SendState.STUCK;
        problem = shortened(why);
    }

    /** No answer yet, or none that helps. */
    void askAgain(Instant now) {
        asked++;
        nextAt = now.plus(pause(asked));
    }

    void accepted(Instant now) {
        state = SendState.ACCEPTED;
        answeredAt = now;
        sealed = true;
        problem = "";
    }

    void refused(String why, boolean withSeal, Instant now) {
        state = SendState.REFUSED;
        answeredAt = now;
        sealed = withSeal;
        problem = shortened(why);
    }

    void again(Instant now) {
        state = SendState.WAITING;
        uploadIndex = "";
        attempts = 0;
        answeredAt = null;
        nextAt = now;
    }

    private static Duration pause(int times) {
        Duration pause = Duration.ofSeconds(15).multipliedBy(1L << Math.min(times, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM - 1) + "…";
    }

    Sending asSending() {
        return new Sending(
                new InvoiceNumber(number),
                printed,
                kind,
                company,
                customer,
                issuedOn,
                state,
                uploadIndex,
                attempts,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(answeredAt),
                problem,
                sealed);
    }
}
