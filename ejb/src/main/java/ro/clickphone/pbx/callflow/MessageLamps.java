package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.voicemail.Voicemail;

/** Keeps the lamps of messages waiting (RFC 3842) as the mailboxes are: told at the start, and whenever one changes. */
@ApplicationScoped
class MessageLamps {
    private static final Logger LOG = Logger.getLogger(MessageLamps.class.getName());

    private final Map<SipIdentity, Counts> told = new ConcurrentHashMap<>();

    @Inject
    private RoutingPlans plans;

    @Inject
    private EngineLine engine;

    private record Counts(int fresh, int heard) {
        static final Counts NONE = new Counts(0, 0);
    }

    void planReplaced(@Observes PlanReplaced event) {
        plans.of(event.account()).ifPresent(plan -> plan.extensions()
                .forEach((number, extension) -> tell(extension.who(), counts(plan, number))));
    }

    private void tell(SipIdentity who, Counts now) {
        Counts before = Optional.ofNullable(told.put(who, now)).orElse(Counts.NONE);
        if (before.equals(now)) {
            return;
        }
        try {
            engine.messagesWaiting(who, now.fresh(), now.heard());
        } catch (RuntimeException e) {
            told.remove(who);
            LOG.log(Level.WARNING, "a lamp stays as it was; the next change of the account tells it again", e);
        }
    }

    private static Counts counts(RoutingPlan plan, ExtensionNumber box) {
        List<Voicemail> messages = plan.messages().in(box);
        int fresh = (int) messages.stream().filter(Voicemail::isFresh).count();
        return new Counts(fresh, messages.size() - fresh);
    }
}
