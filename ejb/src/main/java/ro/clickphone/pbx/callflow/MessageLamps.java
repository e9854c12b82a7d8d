package ro.clickphone.pbx.callflow;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.voicemail.Voicemail;

/** Keeps the lamps of messages waiting (RFC 3842) as the mailboxes are: told at the start, and whenever one changes. */
@ApplicationScoped
class MessageLamps {
    private static final Logger LOG = Logger.getLogger(MessageLamps.class.getName());

    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Map<SipIdentity, Counts> told = new ConcurrentHashMap<>();
    private final Set<AccountId> untold = ConcurrentHashMap.newKeySet();

    @Inject
    private RoutingPlans plans;

    @Inject
    private EngineLine engine;

    @Resource
    private ManagedScheduledExecutorService later;

    private record Counts(int fresh, int heard) {
        static final Counts NONE = new Counts(0, 0);
    }

    void planReplaced(@Observes PlanReplaced event) {
        tell(event.account());
    }

    private void tell(AccountId account) {
        boolean all = plans.of(account)
                .map(plan -> plan.extensions().entrySet().stream()
                        .allMatch(each -> isTold(each.getValue().who(), counts(plan, each.getKey()))))
                .orElse(true);
        if (!all && untold.add(account)) {
            var unused = later.schedule(() -> tellAgain(account), NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellAgain(AccountId account) {
        untold.remove(account);
        tell(account);
    }

    /** At the start the plans are read before the SIP ports open, and an engine that is not open forgets what it hears. */
    private boolean isTold(SipIdentity who, Counts now) {
        if (told.getOrDefault(who, Counts.NONE).equals(now)) {
            return true;
        }
        if (!engine.isOpen()) {
            return false;
        }
        try {
            engine.messagesWaiting(who, now.fresh(), now.heard());
            told.put(who, now);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a lamp stays as it was for now", e);
            return false;
        }
    }

    private static Counts counts(RoutingPlan plan, ExtensionNumber box) {
        List<Voicemail> messages = plan.messages().in(box);
        int fresh = (int) messages.stream().filter(Voicemail::isFresh).count();
        return new Counts(fresh, messages.size() - fresh);
    }
}
