package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.HangupCause;

/** What the two kinds of legs have in common when their far end speaks SIP: offers anew, keys, transfers. */
abstract class LegVoice implements DialogEvents {
    protected final Call call;
    protected final Leg leg;

    LegVoice(Call call, Leg leg) {
        this.call = call;
        this.leg = leg;
    }

    @Override
    public void offered(String sdp, Reply reply) {
        if (!leg.hasMedia() || leg.hasEnded()) {
            reply.refuse(488);
            return;
        }
        boolean heldBefore = leg.media().isHeld();
        List<String> first = call.run().map(run -> run.preferredFor(leg)).orElse(List.of());
        Optional<String> answer = leg.answerTo(sdp, first);
        if (answer.isEmpty()) {
            reply.refuse(488);
            return;
        }
        reply.accept(answer.get());
        if (leg.media().isHeld() != heldBefore) {
            call.log("leg " + leg.id().number() + (heldBefore ? " is taken from hold" : " is put on hold"));
            call.run().ifPresent(run -> run.holdChanged(leg));
        }
    }

    @Override
    public void offerWanted(Reply reply) {
        if (!leg.hasMedia() || leg.hasEnded()) {
            reply.refuse(488);
            return;
        }
        reply.accept(leg.media().offer(leg.codecs()));
    }

    @Override
    public void agreedAnew(String sdp) {
        if (leg.hasMedia() && !leg.hasEnded()) {
            leg.accepts(sdp);
        }
    }

    @Override
    public void digit(char digit) {
        call.run().ifPresent(run -> run.digit(leg, digit));
    }

    @Override
    public void transferAsked(String target) {
        leg.dialog().transferProgress(501);
    }

    @Override
    public void attendedTransferAsked(String replaces) {
        leg.dialog().transferProgress(501);
    }

    // what concerns one kind only is ignored by the other

    @Override
    public void ringing() {}

    @Override
    public void early(String sdp) {}

    @Override
    public void answered(String sdp) {}

    @Override
    public void refused(int status) {}

    @Override
    public void redirected(List<String> targets) {}

    @Override
    public void acknowledged(Optional<String> sdp) {}

    /** The calling leg's far end. */
    static final class OfCaller extends LegVoice {
        OfCaller(Call call, Leg leg) {
            super(call, leg);
        }

        @Override
        public void acknowledged(Optional<String> sdp) {
            if (!call.caller().acknowledged(sdp)) {
                call.end(HangupCause.FAULT, CallRecord.Ender.EXCHANGE);
            }
        }

        @Override
        public void ended(HangupCause cause) {
            call.legEnded(leg, cause);
            call.end(cause, CallRecord.Ender.CALLER);
        }
    }
}
