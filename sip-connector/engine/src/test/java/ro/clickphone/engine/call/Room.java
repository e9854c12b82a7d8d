package ro.clickphone.engine.call;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import ro.clickphone.engine.TestBusiness;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.media.MediaTerms;

/**
 * All calls of an exchange without sockets, threads and time: what is posted runs at once in the order in which it was
 * posted, and time passes when a test says so.
 */
final class Room implements Outside {
    static final TrunkId TRUNK = new TrunkId(1);

    final FakeAudio audio = new FakeAudio();
    final List<LegSight> sights = new ArrayList<>();
    final List<CallRecord> records = new ArrayList<>();
    final List<FakePhone> invited = new ArrayList<>();
    final TestBusiness business;
    final Calls calls;
    private final Map<Party, Integer> devices = new HashMap<>();
    private final Map<Party, List<Integer>> preferences = new HashMap<>();
    private final Deque<Runnable> questions = new ArrayDeque<>();
    private final Wheel wheel;
    private long nanos;
    boolean businessIsSlow;
    boolean phonesAreUnknown;

    /** @param arrived what is done with a call */
    static Room where(Function<IncomingCall, Step> arrived) {
        return new Room(arrived, Room::usual);
    }

    Room(Function<IncomingCall, Step> arrived, Function<StepOutcome, Step> ended) {
        business = new TestBusiness(
                call -> new CallStep(arrived.apply(call), new FlowState("at " + call.dialled())),
                outcome -> new CallStep(ended.apply(outcome), new FlowState("after")));
        wheel = new Wheel(() -> nanos);
        Executor here = Runnable::run;
        calls = new Calls(here);
        calls.workWith(new CallServices(
                audio,
                this,
                new Decider(business, this::asked),
                new Tells(business),
                sights::add,
                records::add,
                wheel,
                clock(),
                Path.of("recordings"),
                Duration.ofSeconds(4),
                calls));
    }

    /** After a talk the call is ended; who was not reached is told so. */
    static Step usual(StepOutcome outcome) {
        if (outcome instanceof StepOutcome.DialEnded dial) {
            return switch (dial.result()) {
                case TALKED -> new Step.HangUp(HangupCause.NORMAL);
                case BUSY -> Step.Reject.with(486);
                case REJECTED -> Step.Reject.with(dial.status());
                default -> Step.Reject.with(480);
            };
        }
        return new Step.HangUp(HangupCause.NORMAL);
    }

    // ---- time ---------------------------------------------------------------------------------------------------

    void pass(Duration time) {
        long until = nanos + time.toNanos();
        while (nanos < until) {
            nanos = Math.min(until, nanos + Duration.ofMillis(20).toNanos());
            wheel.catchUp();
        }
    }

    Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }

    private void asked(Runnable question) {
        if (businessIsSlow) {
            questions.add(question);
        } else {
            question.run();
        }
    }

    /** The business answers the oldest question. */
    void businessAnswers() {
        questions.remove().run();
    }

    // ---- phones -------------------------------------------------------------------------------------------------

    static Party.Extension extension(int number) {
        return new Party.Extension(new SipIdentity("53630-" + number, "pbx.clickphone.ro"));
    }

    static Party.PublicNumber outside(String number) {
        return new Party.PublicNumber(TRUNK, number);
    }

    static Step dial(Party... parties) {
        return Step.Dial.of(
                List.of(parties), Duration.ofSeconds(30), CallerId.of("100"), new Step.CallerHears.Ringback());
    }

    /** How many devices ring for it; one, unless said. */
    void devices(Party party, int count) {
        devices.put(party, count);
    }

    /** One device for each, by q times 1000. */
    void devicesPreferred(Party party, Integer... q) {
        preferences.put(party, List.of(q));
    }

    @Override
    public void ready(List<Party> parties, Executor mailbox, Runnable then) {
        if (phonesAreUnknown) {
            questions.add(() -> mailbox.execute(then));
        } else {
            then.run();
        }
    }

    /** A call comes. */
    FakePhone call(Party from, String dialled) {
        return call(from, dialled, Optional.of("offer"));
    }

    FakePhone call(Party from, String dialled, Optional<String> offer) {
        FakePhone phone = new FakePhone(from);
        Mailbox mailbox = calls.newMailbox();
        calls.arrived(arrival(from, dialled, offer), mailbox, events -> phone.speaksTo(events, mailbox));
        return phone;
    }

    /** A call comes that wants a leg's place. */
    FakePhone callInsteadOf(FakePhone replaced, Party from, Replacement.When when) {
        FakePhone phone = new FakePhone(from);
        Mailbox mailbox = calls.newMailbox();
        Arrival arrival = arrival(from, "replace", Optional.of("offer"));
        calls.arrivedInstead(
                arrival, mailbox, new Replacement(replaced.events, when), events -> phone.speaksTo(events, mailbox));
        return phone;
    }

    private Arrival arrival(Party from, String dialled, Optional<String> offer) {
        IncomingCall call = new IncomingCall(CallId.random(), from, dialled, CallerId.of("200"), now());
        return new Arrival(call, offer, MediaTerms.PLAIN);
    }

    /** The one that was invited last at that party. */
    FakePhone rungAt(Party party) {
        return invited.stream()
                .filter(phone -> phone.party.equals(party))
                .reduce((before, last) -> last)
                .orElseThrow(() -> new AssertionError(party + " was not called"));
    }

    /** It is called and answers. */
    FakePhone answeredAt(Party party) {
        FakePhone phone = rungAt(party);
        phone.rings();
        phone.answers();
        return phone;
    }

    @Override
    public List<Target> targets(Party party) {
        List<Target> targets = new ArrayList<>();
        List<Integer> order = preferences.getOrDefault(party, List.of());
        for (int i = 0; i < devices.getOrDefault(party, Math.max(1, order.size())); i++) {
            targets.add(new FakePhone(party, i < order.size() ? order.get(i) : 1000));
        }
        return targets;
    }

    @Override
    public LegDialog invite(Target target, Invitation invitation, Executor mailbox, DialogEvents events) {
        FakePhone phone = (FakePhone) target;
        phone.invitation = Optional.of(invitation);
        phone.speaksTo(events, mailbox);
        invited.add(phone);
        return phone;
    }
}
