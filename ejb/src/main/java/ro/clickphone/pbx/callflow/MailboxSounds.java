package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.voicemail.Voicemail;
import ro.clickphone.pbx.voicemail.VoicemailService;

/** Messages lie sealed; the one that somebody listens to is in clear where the engine plays it from, and only so long. */
@ApplicationScoped
class MailboxSounds {
    private static final Logger LOG = Logger.getLogger(MailboxSounds.class.getName());

    private final Map<CallId, Heard> heard = new ConcurrentHashMap<>();

    @Inject
    private VoicemailService voicemail;

    private record Heard(AccountId account, Voicemail message) {}

    void moved(CallId call, Position to, RoutingPlan plan) {
        Optional<Voicemail> wanted = to.place() instanceof Place.Mailbox mailbox
                ? plan.messages().voicemail(mailbox.left().get(0))
                : Optional.empty();
        if (Optional.ofNullable(heard.get(call))
                .map(Heard::message)
                .map(Voicemail::id)
                .equals(wanted.map(Voicemail::id))) {
            return;
        }
        left(call);
        wanted.ifPresent(message -> show(call, plan.account(), message));
    }

    /** Two may listen to the same message. */
    void left(CallId call) {
        Heard gone = heard.remove(call);
        if (gone != null && !heard.containsValue(gone)) {
            voicemail.hide(gone.account(), gone.message());
        }
    }

    private void show(CallId call, AccountId account, Voicemail message) {
        heard.put(call, new Heard(account, message));
        try {
            voicemail.show(account, message);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a message in a mailbox of " + account + " cannot be heard", e);
        }
    }
}
