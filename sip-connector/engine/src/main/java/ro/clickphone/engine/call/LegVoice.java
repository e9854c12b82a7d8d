package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;

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
    public void transferAsked(String target, Referral referral) {
        transfer(referral, opposite -> Transfers.blind(new End(call, leg), opposite, target, referral));
    }

    @Override
    public void attendedTransferAsked(DialogEvents with, Referral referral) {
        boolean own = with instanceof LegVoice voice
                && voice.call != call
                && voice.leg.party().equals(leg.party());
        if (own) {
            End other = new End(((LegVoice) with).call, ((LegVoice) with).leg);
            transfer(referral, opposite -> Transfers.attended(new End(call, leg), opposite, other, referral));
        } else {
            referral.refuse(403);
        }
    }

    /** Only our own extensions hand on, and only somebody with whom they talk. */
    private void transfer(Referral referral, Consumer<End> how) {
        Optional<End> opposite = call.run().flatMap(run -> run.oppositeOf(leg));
        if (!(leg.party() instanceof Party.Extension) || opposite.isEmpty()) {
            referral.refuse(403);
        } else if (call.isHandingOver()) {
            referral.refuse(491);
        } else {
            referral.accept();
            how.accept(opposite.get());
        }
    }

    @Override
    public void ended(HangupCause cause) {
        call.left(leg, cause);
    }

    End end() {
        return new End(call, leg);
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
            if (leg == call.caller().leg() && !call.caller().acknowledged(sdp)) {
                call.end(HangupCause.FAULT, CallRecord.Ender.EXCHANGE);
            }
        }
    }
}
