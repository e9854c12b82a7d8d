package ro.clickphone.pbx.charging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.call.CallPrice;
import ro.clickphone.pbx.call.EndedCall;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.world.World;

/** One call of a customer to the outside, as the engine would carry it: cut at its limit, told at its end. */
final class Caller {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    final CallId call = CallId.random();
    private final World world;
    private final AccountId account;
    private final String number;
    private Instant arrivedAt;
    private Optional<Instant> talkingAt = Optional.empty();
    private Duration limit = Duration.ofDays(1);

    Caller(World world, AccountId account, String number) {
        this.world = world;
        this.account = account;
        this.number = number;
    }

    Admission dials() {
        arrivedAt = world.clock().instant();
        Admission admission = world.the(Meters.class).admit(account, call, number, ZONE);
        if (admission instanceof Admission.Paid paid) {
            limit = paid.limit().atMost();
        }
        return admission;
    }

    Caller talks() {
        dials();
        return isAnswered();
    }

    Caller isAnswered() {
        talkingAt = Optional.of(world.clock().instant());
        world.the(Meters.class).told(new LegEvent(new LegId(call, 1), party(), LegEvent.Kind.TALKING, talkingAt.get()));
        return this;
    }

    /** Whether the engine would have ended the talk by now. */
    boolean isCut() {
        world.engine().commands("limitTalk").stream()
                .filter(command -> command.arguments().get(0).equals(call))
                .forEach(
                        command -> limit = ((Step.TalkLimit) command.arguments().get(1)).atMost());
        return talkingAt
                .filter(since -> !since.plus(limit).isAfter(world.clock().instant()))
                .isPresent();
    }

    Duration limit() {
        isCut();
        return limit;
    }

    CallRecord record() {
        Instant now = world.clock().instant();
        Progress progress = talkingAt
                .<Progress>map(since -> new Progress.Talked(since, since))
                .orElseGet(Progress.Unanswered::new);
        IncomingCall arrival = new IncomingCall(
                call,
                new Party.Extension(new SipIdentity(account + "-100", "pbx.clickphone.ro")),
                number,
                CallerId.of("100"),
                arrivedAt);
        LegRecord caller = leg(0, arrival.source(), progress, now);
        return new CallRecord(
                arrival,
                progress,
                now,
                HangupCause.NORMAL,
                CallRecord.Ender.CALLER,
                FlowState.NONE,
                List.of(caller, leg(1, party(), progress, now)));
    }

    CallPrice hangsUp() {
        CallRecord record = record();
        world.the(Meters.class).gone(call);
        return world.inTransaction(() -> world.the(Meters.class)
                .ended(List.of(new EndedCall(account, record, "")))
                .get(0)
                .price());
    }

    private LegRecord leg(int id, Party party, Progress progress, Instant now) {
        return new LegRecord(
                new LegId(call, id),
                party,
                "sip",
                arrivedAt,
                progress,
                now,
                HangupCause.NORMAL,
                200,
                "test",
                MediaReport.NONE);
    }

    private Party party() {
        return new Party.PublicNumber(new TrunkId(1), number);
    }
}
