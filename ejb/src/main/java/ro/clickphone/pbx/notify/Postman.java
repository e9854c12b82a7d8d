package ro.clickphone.pbx.notify;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Carries the outbox to the mail server: soon after something was posted, and again and again until it is taken. */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int AT_A_TIME = 50;

    @Inject
    private MailQueue queue;

    @Inject
    private MailServer server;

    @Resource
    private ManagedScheduledExecutorService later;

    private final AtomicBoolean underway = new AtomicBoolean();

    /** From now on he makes his rounds. */
    public void start() {
        if (!server.isConfigured()) {
            LOG.warning("no mail server (PBX_SMTP_URL): mails stay in the outbox, where the operator can read them");
            return;
        }
        var unused =
                later.scheduleWithFixedDelay(this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Removes mails older than 90 days. @return how many */
    public int forgetOld() {
        int all = 0;
        for (int some = queue.forgetOld(); some > 0; some = queue.forgetOld()) {
            all += some;
        }
        return all;
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted event) {
        if (server.isConfigured() && !underway.get()) {
            var unused = later.submit(this::round);
        }
    }

    private void round() {
        if (!underway.compareAndSet(false, true)) {
            return;
        }
        try {
            for (List<Long> some = queue.due(AT_A_TIME); !some.isEmpty(); some = queue.due(AT_A_TIME)) {
                some.forEach(this::carry);
            }
        } catch (RuntimeException e) {
            // the database is away, or something else that the next round may find mended
            LOG.log(Level.WARNING, "the postman's round ended early", e);
        } finally {
            underway.set(false);
        }
    }

    private void carry(long id) {
        queue.claim(id).ifPresent(letter -> {
            try {
                server.send(letter);
                queue.sent(id);
            } catch (SendFailedException e) {
                refused(id, e);
            } catch (MessagingException | RuntimeException e) {
                LOG.log(Level.WARNING, "mail {0} was not taken: {1}", new Object[] {id, e.getMessage()});
                queue.failed(id, String.valueOf(e.getMessage()));
            }
        });
    }

    private void refused(long id, SendFailedException e) {
        LOG.log(Level.WARNING, "mail {0} was refused: {1}", new Object[] {id, e.getMessage()});
        if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
            queue.refused(id, String.valueOf(e.getMessage()));
        } else {
            queue.failed(id, String.valueOf(e.getMessage()));
        }
    }
}
