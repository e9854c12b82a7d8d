package ro.clickphone.pbx.efactura;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.invoice.InvoiceDesk;

/**
 * Carries documents to the tax office, and its answers back. A document whose sending broke in the middle is looked for
 * in the office's own list before it is ever sent again.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    private static final int AT_A_TIME = 100;
    private static final int MOST_STRANGERS = 50;

    @Inject
    private SendingBook book;

    @Inject
    private InvoiceDesk invoices;

    @Inject
    private SupplierDesk suppliers;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "PBX_ANAF_URL")
    private Optional<String> service;

    @Inject
    @ConfigProperty(name = "PBX_ANAF_TOKEN_URL", defaultValue = OfficeSettings.TOKENS)
    private String tokens;

    @Inject
    @ConfigProperty(name = "PBX_ANAF_TOKEN")
    private Optional<String> token;

    @Inject
    @ConfigProperty(name = "PBX_ANAF_CLIENT_ID")
    private Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "PBX_ANAF_CLIENT_SECRET")
    private Optional<String> clientSecret;

    @Inject
    @ConfigProperty(name = "PBX_ANAF_REFRESH_TOKEN")
    private Optional<String> refreshToken;

    private final AtomicBoolean underway = new AtomicBoolean();
    private volatile String trouble = "";
    private Optional<TaxOffice> office;

    /** Whether documents are sent, or only kept until the settings say where to. */
    public boolean isConfigured() {
        return service.isPresent();
    }

    /** Why the last round ended early; empty when it did not. */
    public String trouble() {
        return trouble;
    }

    /** One round: what broke off, what waits, what is being judged. */
    public void run() {
        if (!isConfigured() || !underway.compareAndSet(false, true)) {
            return;
        }
        try {
            TaxOffice reached = office();
            String supplier = suppliers.require().party().legalId();
            comeBack();
            findLost(reached, supplier);
            send(reached, supplier);
            ask(reached);
            trouble = "";
        } catch (OfficeTrouble | RuntimeException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.log(Level.WARNING, "e-Factura: the round ended early: {0}", trouble);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underway.set(false);
        }
    }

    /** What somebody was sending who never came back. */
    private void comeBack() {
        book.due(SendState.SENDING, AT_A_TIME)
                .forEach(one -> book.unsure(one.number(), "the server ended while it was being sent"));
    }

    private void findLost(TaxOffice reached, String supplier) throws OfficeTrouble, InterruptedException {
        List<Sending> lost = book.due(SendState.UNSURE, AT_A_TIME);
        if (lost.isEmpty()) {
            return;
        }
        Lost search = new Lost(lost);
        List<OfficeMessage> strangers = reached.messages(supplier, days(lost)).stream()
                .filter(message -> !book.isKnown(message.uploadIndex()))
                .limit(MOST_STRANGERS)
                .toList();
        for (OfficeMessage message : strangers) {
            Optional<Sending> found = search.in(reached.sealed(message.id()));
            found.ifPresent(one -> book.taken(one.number(), message.uploadIndex()));
        }
        search.left().forEach(one -> book.notListed(one.number()));
    }

    private int days(List<Sending> lost) {
        long most = lost.stream()
                .flatMap(one -> one.startedAt().stream())
                .mapToLong(began -> Duration.between(began, clock.instant()).toDays())
                .max()
                .orElse(0);
        return (int) Math.min(60, Math.max(1, most + 2));
    }

    private void send(TaxOffice reached, String supplier) throws OfficeTrouble, InterruptedException {
        for (Sending due : book.due(SendState.WAITING, AT_A_TIME)) {
            Optional<Sending> claimed = book.claim(due.number());
            if (claimed.isPresent()) {
                send(reached, supplier, claimed.get());
            }
        }
    }

    private void send(TaxOffice reached, String supplier, Sending one) throws OfficeTrouble, InterruptedException {
        try {
            UploadAnswer answer = reached.upload(one, supplier, invoices.xml(one.number()));
            if (answer instanceof UploadAnswer.Taken taken) {
                book.taken(one.number(), taken.index());
            } else if (answer instanceof UploadAnswer.NotTaken not) {
                book.notTaken(one.number(), not.why());
            } else if (answer instanceof UploadAnswer.Unknown unknown) {
                book.unsure(one.number(), unknown.why());
            }
        } catch (OfficeTrouble e) {
            book.putBack(one.number(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void ask(TaxOffice reached) throws OfficeTrouble, InterruptedException {
        for (Sending one : book.due(SendState.SENT, AT_A_TIME)) {
            // first, so that one that always fails does not stand before all others for ever
            book.askAgain(one.number());
            Judgement judgement = reached.judgement(one.uploadIndex());
            if (judgement instanceof Judgement.Accepted accepted) {
                book.accepted(one.number(), reached.sealed(accepted.messageId()).zip());
            } else if (judgement instanceof Judgement.Refused refused) {
                SealedAnswer answer = reached.sealed(refused.messageId());
                book.refused(one.number(), answer.faults(), Optional.of(answer.zip()));
            } else if (judgement instanceof Judgement.Unreadable unreadable) {
                book.refused(one.number(), unreadable.why(), Optional.empty());
            }
        }
    }

    private synchronized TaxOffice office() {
        if (office == null || office.isEmpty()) {
            Optional<OfficeSettings.Client> client = clientId.flatMap(id -> clientSecret.flatMap(
                    secret -> refreshToken.map(refresh -> new OfficeSettings.Client(id, secret, refresh))));
            office = Optional.of(new TaxOffice(new OfficeSettings(
                    URI.create(service.orElseThrow()), URI.create(tokens), token.orElse(""), client)));
        }
        return office.get();
    }
}
