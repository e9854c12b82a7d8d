package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.media.LegMedia;
import ro.clickphone.engine.media.Media.UnusableSdpException;

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
        if (LegMedia.wantsFax(sdp)) {
            faxOffered(sdp, reply);
            return;
        }
        boolean faxBefore = leg.media().isFax();
        boolean heldBefore = leg.media().isHeld();
        List<String> first = call.run().map(run -> run.preferredFor(leg)).orElse(List.of());
        Optional<String> answer = leg.answerTo(sdp, first);
        if (answer.isEmpty()) {
            reply.refuse(488);
            return;
        }
        reply.accept(answer.get());
        if (!leg.isAnswered()) {
            leg.agreedWhileRinging();
        }
        if (faxBefore) {
            opposite().ifPresent(other -> FaxRelay.isOver(end(), other));
        }
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
        reply.accept(
                leg.media().isFax() ? leg.media().describedAgain() : leg.media().offer(leg.codecs()));
    }

    private void faxOffered(String sdp, Reply reply) {
        Optional<End> other = opposite();
        if (leg.media().isFax()) {
            faxOfferedAgain(sdp, reply);
        } else if (other.isEmpty() || !leg.media().mayFax()) {
            reply.refuse(488);
        } else {
            FaxRelay.begin(end(), other.get(), sdp, reply);
        }
    }

    private void faxOfferedAgain(String sdp, Reply reply) {
        try {
            reply.accept(leg.media().answerFax(sdp));
        } catch (UnusableSdpException e) {
            reply.refuse(488);
        }
    }

    private Optional<End> opposite() {
        return call.run().flatMap(run -> run.oppositeOf(leg));
    }

    @Override
    public void agreedAnew(String sdp) {
        Optional<FaxRelay> asked = leg.takeFax();
        if (!leg.hasMedia() || leg.hasEnded()) {
            asked.ifPresent(FaxRelay::refused);
        } else if (asked.isPresent()) {
            asked.get().agreed(sdp);
        } else if (LegMedia.wantsFax(sdp)) {
            stillFax(sdp);
        } else {
            leg.accepts(sdp);
        }
    }

    /** The answer to a refresh of the session while there is fax. */
    private void stillFax(String sdp) {
        try {
            leg.media().acceptFax(sdp);
        } catch (UnusableSdpException e) {
            call.log("leg " + leg.id().number() + " refreshed its fax with something that is none");
        }
    }

    @Override
    public void refusedAnew(int status) {
        leg.takeFax().ifPresent(FaxRelay::refused);
    }

    @Override
    public void digit(char digit) {
        leg.pressedInMessage(digit);
        call.digit(leg, digit);
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
        Optional<End> opposite = opposite();
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
