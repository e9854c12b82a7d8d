package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.prompt.MessagesChanged;
import ro.clickphone.pbx.prompt.PromptSlot;

/** Who speaks a message into a telephone of this node right now. */
@ApplicationScoped
class Recorders {
    private final Map<CallId, Recorder> recorders = new ConcurrentHashMap<>();

    @Inject
    private Event<MessagesChanged> changed;

    @Inject
    private Clock clock;

    /** Somebody with a telephone. @param extension as shown in the portal @param since of this doing */
    record Recorder(
            CallId call,
            AccountId account,
            PromptSlot slot,
            String extension,
            RecordingNow.Doing doing,
            Instant since) {}

    Optional<Recorder> at(AccountId account, PromptSlot slot) {
        return recorders.values().stream()
                .filter(recorder ->
                        recorder.account().equals(account) && recorder.slot().equals(slot))
                .findFirst();
    }

    void moved(CallId call, Position to) {
        if (to.place() instanceof Place.RecordingMessage recording) {
            put(call, to, recording.slot(), RecordingNow.Doing.SPEAKING);
        } else if (to.place() instanceof Place.ReviewingMessage reviewing) {
            put(call, to, reviewing.slot(), RecordingNow.Doing.LISTENING);
        } else {
            left(call);
        }
    }

    void left(CallId call) {
        Recorder gone = recorders.remove(call);
        if (gone != null) {
            changed.fire(new MessagesChanged(gone.account()));
        }
    }

    private void put(CallId call, Position at, PromptSlot slot, RecordingNow.Doing doing) {
        recorders.put(call, new Recorder(call, at.account(), slot, at.caller().number(), doing, clock.instant()));
        changed.fire(new MessagesChanged(at.account()));
    }
}
