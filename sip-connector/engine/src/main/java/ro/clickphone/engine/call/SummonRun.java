package ro.clickphone.engine.call;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.media.Media.NoPortsException;

/**
 * The caller of a call that we begin is rung first (click-to-call, call-back). All its devices are offered the same audio;
 * the first that answers has dialled, as far as everything after is concerned.
 */
final class SummonRun extends Run {
    private final Summons summons;
    private final Leg leg;
    private final List<OfDevice> ringing = new ArrayList<>();
    private Optional<Wheel.Timer> patience = Optional.empty();

    SummonRun(Call call, Summons summons) {
        super(call);
        this.summons = summons;
        this.leg = call.caller().leg();
    }

    @Override
    String name() {
        return "Summon";
    }

    @Override
    void begin() {
        call.services().outside().ready(List.of(leg.party()), call.mailbox(), this::ring);
    }

    private void ring() {
        if (call.run().orElse(null) != this) {
            return;
        }
        List<Outside.Target> devices = devices(leg.party());
        if (devices.isEmpty()) {
            nobody(480, HangupCause.UNAVAILABLE);
            return;
        }
        try {
            leg.hearsBy(call.openMedia(leg, devices.get(0).terms()));
        } catch (NoPortsException e) {
            nobody(503, HangupCause.FAULT);
            return;
        }
        patience = Optional.of(call.after(summons.ringTime(), () -> nobody(408, HangupCause.NO_ANSWER)));
        Outside.Invitation words = new Outside.Invitation(
                call.id(), summons.shown(), Optional.empty(), leg.media().offer(List.of()));
        for (Outside.Target device : devices) {
            OfDevice one = new OfDevice();
            one.dialog = call.services().outside().invite(device, words, call.mailbox(), one);
            ringing.add(one);
        }
        leg.speaksBy(new Ringing());
        call.progress().tell(leg, LegEvent.Kind.STARTED);
    }

    /** Those that can take one and the same offer. */
    private List<Outside.Target> devices(Party caller) {
        List<Outside.Target> all = call.services().outside().targets(caller);
        return all.stream()
                .filter(device -> device.terms().equals(all.get(0).terms()))
                .toList();
    }

    /** Nobody took it: the call is over, and nothing was dialled. */
    private void nobody(int status, HangupCause why) {
        leg.refused(status);
        call.end(why, CallRecord.Ender.EXCHANGE);
    }

    private void answered(OfDevice device, String sdp) {
        ringing.remove(device);
        hangUpAll(HangupCause.ANSWERED_ELSEWHERE);
        patience.ifPresent(Wheel.Timer::cancel);
        leg.speaksBy(device.dialog);
        if (leg.accepts(sdp)) {
            call.hasDialled();
        } else {
            call.end(HangupCause.FAULT, CallRecord.Ender.EXCHANGE);
        }
    }

    private void refused(OfDevice device, int status) {
        if (ringing.remove(device) && ringing.isEmpty()) {
            nobody(status, Causes.ofStatus(status));
        }
    }

    private void hangUpAll(HangupCause why) {
        List.copyOf(ringing).forEach(device -> device.dialog.hangUp(why));
        ringing.clear();
    }

    @Override
    void stop(HangupCause why) {
        patience.ifPresent(Wheel.Timer::cancel);
        hangUpAll(why);
        if (leg.dialog() == null) {
            call.progress().ended(leg, why);
        }
    }

    /** One of the caller's devices; after its answer, the caller. */
    private final class OfDevice extends LegVoice {
        private LegDialog dialog;

        OfDevice() {
            super(SummonRun.this.call, SummonRun.this.leg);
        }

        @Override
        public void ringing() {
            if (ringing.contains(this)) {
                call.progress().rings(leg);
            }
        }

        /** What a carrier plays before the answer is nobody's to hear yet. */
        @Override
        public void early(String sdp) {
            ringing();
        }

        @Override
        public void answered(String sdp) {
            if (ringing.contains(this)) {
                SummonRun.this.answered(this, sdp);
            } else {
                dialog.hangUp(HangupCause.ANSWERED_ELSEWHERE);
            }
        }

        @Override
        public void refused(int status) {
            SummonRun.this.refused(this, status);
        }

        @Override
        public void redirected(List<String> targets) {
            refused(480);
        }

        @Override
        public void ended(HangupCause cause) {
            if (ringing.contains(this)) {
                refused(480);
            } else if (leg.dialog() == dialog) {
                super.ended(cause);
            }
        }
    }

    /** The signalling of the leg while nobody has answered: of all devices at once, by the first one's name. */
    private final class Ringing implements LegDialog {
        private final LegDialog first = ringing.get(0).dialog;

        @Override
        public String sipCallId() {
            return first.sipCallId();
        }

        @Override
        public LegSight.DialogName name() {
            return first.name();
        }

        @Override
        public InetAddress farAddress() {
            return first.farAddress();
        }

        @Override
        public String userAgent() {
            return first.userAgent();
        }

        @Override
        public void ring() {
            throw new IllegalStateException("it is called");
        }

        @Override
        public void early(String sdp) {
            throw new IllegalStateException("it is called");
        }

        @Override
        public void answer(String sdp) {
            throw new IllegalStateException("it is called");
        }

        @Override
        public void refuse(int status) {
            hangUp(HangupCause.NORMAL);
        }

        @Override
        public void offerAnew(String sdp) {
            throw new IllegalStateException("nothing was agreed yet");
        }

        @Override
        public void hangUp(HangupCause cause) {
            hangUpAll(cause);
        }
    }
}
