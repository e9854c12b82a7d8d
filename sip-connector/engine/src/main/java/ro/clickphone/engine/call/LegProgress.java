package ro.clickphone.engine.call;

import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegEvent;

/** What becomes of a call's legs, and what they want of its recording: kept, logged, told to the business and to the lamps of colleagues. */
final class LegProgress {
    private final Call call;
    private final RecordingKeys recordingKeys = new RecordingKeys();

    LegProgress(Call call) {
        this.call = call;
    }

    void answered(Leg leg) {
        leg.answered(call.now());
        log(leg, " has answered");
        tell(leg, LegEvent.Kind.ANSWERED);
    }

    void rings(Leg leg) {
        if (leg.kind() == LegEvent.Kind.STARTED) {
            leg.rings();
            log(leg, " rings");
            tell(leg, LegEvent.Kind.RINGING);
            call.newOneRings();
        }
    }

    void talks(Leg leg) {
        if (leg.kind() != LegEvent.Kind.TALKING) {
            leg.talks(call.now());
            tell(leg, LegEvent.Kind.TALKING);
        }
    }

    /** It is over; the far end hung up, or we did. */
    void ended(Leg leg, HangupCause why) {
        if (!leg.hasEnded()) {
            leg.ended(why, call.now());
            tell(leg, LegEvent.Kind.ENDED);
        }
    }

    void drop(Leg leg, HangupCause why) {
        if (!leg.hasEnded()) {
            leg.dialog().hangUp(why);
            ended(leg, why);
        }
    }

    void tell(Leg leg, LegEvent.Kind kind) {
        news(leg, kind);
        leg.sight(kind).ifPresent(call.services().lamps());
    }

    /** What changes nothing of what the leg is. */
    void news(Leg leg, LegEvent.Kind kind) {
        call.services().tells().leg(new LegEvent(leg.id(), leg.party(), kind, call.now()));
    }

    RecordingKeys recordingKeys() {
        return recordingKeys;
    }

    private void log(Leg leg, String what) {
        if (call.isCalled(leg)) {
            call.log(leg.id().number() + " (" + leg.party() + ')' + what);
        }
    }
}
