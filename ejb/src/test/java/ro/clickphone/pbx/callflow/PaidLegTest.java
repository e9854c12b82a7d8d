package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
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
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.OrderId;
import ro.clickphone.pbx.demo.DemoRates;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.queue.Announcing;
import ro.clickphone.pbx.queue.QueueAgent;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.queue.WayOut;
import ro.clickphone.pbx.world.FakeEngine;
import ro.clickphone.pbx.world.World;

/** Whoever leads a call to the outside pays for that leg: forwards, transfers and the way out of the queue, as own calls. */
class PaidLegTest {
    private static final AtomicLong NUMBERS = new AtomicLong(94_000);
    /** 0.0450 a minute, by the second. */
    private static final String MOBILE = "+40723456789";

    private static final Money CREDIT = Money.ofEuro("1.00");

    private static World world;
    private static EngineEvents events;
    private static TrunkId trunk;
    private AccountId account;
    private Instant arrivedAt;

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2015-10-05T10:00:00");
        world.the(DemoRates.class).create();
        events = world.the(EngineEvents.class);
        trunk = world.the(NumberService.class)
                .addTrunk(NewTrunk.to(
                        "T",
                        NewTrunk.Peer.of("127.0.0.1", 5070, Transport.UDP),
                        List.of("127.0.0.1"),
                        TrunkConfig.NumberFormat.E164_PLUS))
                .id();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        world.clock().setLocal("2015-10-05T10:00:00");
        account = new AccountId(NUMBERS.incrementAndGet());
        world.the(AccountService.class).create(account, new NewAccount("Client", ZoneId.of("Europe/Bucharest"), 3));
        for (int number = 100; number <= 102; number++) {
            world.the(ExtensionService.class).add(account, new ExtensionNumber(number), "Om " + number);
        }
        world.the(NumberService.class).add(account, "03100" + account, trunk);
        world.the(LedgerService.class)
                .topUp(account, TransferId.random(), CREDIT, Book.BANK, Wording.of("ledger.topUp.bank"));
    }

    @AfterEach
    void the_ledger_is_right() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
    }

    @Test
    void a_forward_to_a_mobile_is_paid_by_the_account_that_forwards() {
        IncomingCall call = forwardedFromOutside();
        CallStep step = events.callArrived(call);

        isPaidFor(step);
        talksFor(call, step, 1, Duration.ofSeconds(100));

        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.925"), Money.ZERO));
        assertThat(world.number("SELECT SUM(price) FROM call_detail WHERE account_id = " + account))
                .isEqualTo(75_000);
    }

    @Test
    void a_forward_that_nobody_answers_costs_nothing() {
        IncomingCall call = forwardedFromOutside();
        CallStep step = events.callArrived(call);
        isPaidFor(step);

        world.clock().advance(Duration.ofSeconds(20));
        ends(call, step, List.of(leg(call, 1, mobile(), new Progress.Unanswered())), new Progress.Unanswered());

        assertThat(balance()).isEqualTo(new Balance(CREDIT, Money.ZERO));
    }

    @Test
    void a_forward_without_credit_is_not_dialled() {
        world.the(LedgerService.class)
                .correct(account, TransferId.random(), CREDIT.negated(), Wording.of("ledger.correction"));

        CallStep step = events.callArrived(forwardedFromOutside());

        assertThat(step.step()).isNotInstanceOf(Step.Dial.class);
    }

    @Test
    void a_call_between_extensions_that_is_handed_on_to_a_mobile_is_paid_from_then_on() {
        IncomingCall call = from(phone(100), "101");
        CallStep inside = events.callArrived(call);
        assertThat(balance().reserved()).isEqualTo(Money.ZERO);
        world.clock().advance(Duration.ofSeconds(300));

        CallStep step = events.transferred(
                call.id(), inside.state(), new Transfer(phone(101), phone(100), CallerId.of("100"), "0723456789"));

        isPaidFor(step);
        talksFor(call, step, 2, Duration.ofSeconds(100));
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.925"), Money.ZERO));
    }

    @Test
    void a_caller_from_outside_who_is_handed_on_to_a_mobile_is_paid_by_who_hands_on() {
        world.the(RoutingService.class).route(account, new Destination.Extensions(List.of(new ExtensionNumber(100))));
        IncomingCall call = from(new Party.PublicNumber(trunk, "0216583456"), "03100" + account);
        CallStep inside = events.callArrived(call);

        CallStep step = events.transferred(
                call.id(), inside.state(), new Transfer(phone(100), call.source(), CallerId.of("100"), "0723456789"));

        isPaidFor(step);
        talksFor(call, step, 2, Duration.ofSeconds(60));
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.955"), Money.ZERO));
    }

    @Test
    void calls_that_come_in_and_calls_inside_cost_nothing_and_take_no_included_minutes() {
        world.the(LedgerService.class)
                .topUp(account, TransferId.random(), CREDIT, Book.BANK, Wording.of("ledger.topUp.bank"));
        world.the(CatalogueService.class).buy(account, OrderId.random(), "MIN100");
        Balance before = balance();
        Party outside = new Party.PublicNumber(trunk, "0216583456");
        for (IncomingCall call : List.of(from(outside, "03100" + account), from(phone(100), "101"))) {
            CallStep step = events.callArrived(call);
            Instant since = world.clock().instant();
            world.clock().advance(Duration.ofMinutes(10));
            Progress talked = new Progress.Talked(since, since);
            ends(call, step, List.of(leg(call, 0, call.source(), talked), leg(call, 1, phone(102), talked)), talked);
        }
        assertThat(balance()).isEqualTo(before);
        assertThat(world.number("SELECT SUM(seconds_used) FROM subscription_month WHERE account_id = " + account))
                .isZero();
    }

    @Test
    void a_carrier_hands_nobody_on_at_the_customer_s_cost() {
        IncomingCall call = from(new Party.PublicNumber(trunk, "0216583456"), "03100" + account);
        CallStep inside = events.callArrived(call);

        CallStep step = events.transferred(
                call.id(), inside.state(), new Transfer(call.source(), phone(100), CallerId.of("100"), "0723456789"));

        assertThat(step.step()).isEqualTo(Step.Reject.with(403));
        assertThat(balance()).isEqualTo(new Balance(CREDIT, Money.ZERO));
    }

    @Test
    void the_way_out_of_the_queue_to_a_forwarded_extension_is_paid() {
        forward(102);
        wayOutIsPaid(new WayOut.ToExtension(new ExtensionNumber(102)));
    }

    @Test
    void the_way_out_of_the_queue_straight_to_a_mobile_is_paid() {
        wayOutIsPaid(new WayOut.ToNumber(new E164(MOBILE)));
    }

    @Test
    void the_way_out_of_the_queue_to_a_premium_number_is_refused() {
        assertThatThrownBy(() -> queue(new WayOut.ToNumber(new E164("+40906123456"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("forward.number"));
    }

    @Test
    void a_call_begun_by_a_click_rings_the_own_phone_first_and_is_paid_like_one_that_was_dialled() {
        online(100);
        CallId id = world.the(CallBackService.class).call(account, new ExtensionNumber(100), "0723 456 789");
        FakeEngine.Command order = world.engine().commands("summon").stream()
                .reduce((before, last) -> last)
                .orElseThrow();
        IncomingCall wanted = (IncomingCall) order.arguments().get(0);
        assertThat(wanted.id()).isEqualTo(id);
        assertThat(wanted.source()).isEqualTo(phone(100));
        assertThat(balance()).as("while the own phone rings").isEqualTo(new Balance(CREDIT, Money.ZERO));

        arrivedAt = wanted.at();
        CallStep step = events.callArrived(wanted);
        isPaidFor(step);
        talksFor(wanted, step, 1, Duration.ofSeconds(100));

        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.925"), Money.ZERO));
        assertThat(world.number("SELECT price FROM call_detail WHERE account_id = " + account))
                .isEqualTo(75_000);
    }

    @Test
    void a_click_on_a_number_that_may_not_be_called_or_for_a_phone_that_is_away_rings_nobody() {
        int before = world.engine().commands("summon").size();
        assertThat(refused(100, "0723456789")).isEqualTo("callBack.offline");
        online(100);
        assertThat(refused(100, "112")).isEqualTo("callBack.number");
        assertThat(refused(100, "**222")).isEqualTo("callBack.number");
        assertThat(refused(100, "100")).isEqualTo("callBack.number");
        assertThat(refused(100, "0906123456")).isEqualTo("callBack.restricted");
        assertThat(refused(107, "0723456789")).isEqualTo("extension.unknown");
        assertThat(world.engine().commands("summon")).hasSize(before);
    }

    private String refused(int extension, String number) {
        return catchThrowableOfType(Refusal.class, () -> world.the(CallBackService.class)
                        .call(account, new ExtensionNumber(extension), number))
                .code();
    }

    private void online(int extension) {
        SipIdentity who = ((Party.Extension) phone(extension)).who();
        Instant now = world.clock().instant();
        events.bindingsChanged(List.of(new BindingChange.Stored(new Binding(
                who,
                "phone",
                "sip:100@127.0.0.1:5062",
                "127.0.0.1:5062",
                Transport.UDP,
                1000,
                List.of(),
                "registered",
                1,
                "test",
                now,
                now.plusSeconds(3600)))));
    }

    private void queue(WayOut wayOut) {
        world.the(QueueService.class)
                .save(
                        account,
                        new QueueSettings(
                                List.of(QueueAgent.of(new ExtensionNumber(100))),
                                QueueStrategy.LINEAR,
                                Duration.ZERO,
                                new QueueWait(Duration.ofMinutes(1), wayOut, Announcing.NOTHING)));
    }

    private void wayOutIsPaid(WayOut wayOut) {
        queue(wayOut);
        assertThat(world.the(QueueService.class).settings(account).waiting().wayOut())
                .isEqualTo(wayOut);
        world.the(RoutingService.class).route(account, new Destination.Queue());
        IncomingCall call = from(new Party.PublicNumber(trunk, "0216583456"), "03100" + account);
        CallStep step = events.callArrived(call);
        while (!(step.step() instanceof Step.Wait)) {
            step = events.stepEnded(call.id(), step.state(), new StepOutcome.Played());
        }
        assertThat(balance().reserved()).isEqualTo(Money.ZERO);
        world.clock().advance(Duration.ofMinutes(1));

        step = events.stepEnded(call.id(), step.state(), new StepOutcome.WaitEnded());

        isPaidFor(step);
        talksFor(call, step, 1, Duration.ofSeconds(60));
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.955"), Money.ZERO));
    }

    @Test
    void a_mobile_that_rings_beside_a_colleague_is_paid_when_it_answers() {
        IncomingCall call = ringsBesideAMobile();
        CallStep step = events.callArrived(call);

        ringsBoth(step);
        talksFor(call, step, 2, Duration.ofSeconds(60));
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro("0.955"), Money.ZERO));
    }

    @Test
    void a_colleague_who_answers_instead_of_the_mobile_costs_nothing_and_frees_the_channel() {
        IncomingCall call = ringsBesideAMobile();
        CallStep step = events.callArrived(call);
        ringsBoth(step);
        Instant since = world.clock().instant();
        events.legsChanged(List.of(new LegEvent(new LegId(call.id(), 1), phone(101), LegEvent.Kind.TALKING, since)));
        assertThat(world.the(Channels.class).taken(account, Channels.Way.OUT)).isZero();
        world.clock().advance(Duration.ofMinutes(10));
        Progress talked = new Progress.Talked(since, since);
        ends(call, step, List.of(leg(call, 0, call.source(), talked), leg(call, 1, phone(101), talked)), talked);
        assertThat(balance()).isEqualTo(new Balance(CREDIT, Money.ZERO));
    }

    @Test
    void the_colleague_rings_alone_when_there_is_no_credit_for_the_mobile() {
        IncomingCall call = ringsBesideAMobile();
        world.the(LedgerService.class)
                .correct(account, TransferId.random(), CREDIT.negated(), Wording.of("ledger.correction"));
        assertThat(events.callArrived(call).step()).isInstanceOfSatisfying(Step.Dial.class, dial -> {
            assertThat(dial.parties()).containsExactly(phone(101));
            assertThat(dial.talkLimit()).isEmpty();
        });
    }

    private IncomingCall ringsBesideAMobile() {
        forward(100);
        world.the(RoutingService.class)
                .route(
                        account,
                        new Destination.Extensions(List.of(new ExtensionNumber(100), new ExtensionNumber(101))));
        return from(new Party.PublicNumber(trunk, "0216583456"), "03100" + account);
    }

    private void ringsBoth(CallStep step) {
        assertThat(step.step()).isInstanceOfSatisfying(Step.Dial.class, dial -> {
            assertThat(dial.parties()).containsExactly(phone(101), mobile());
            assertThat(dial.talkLimit()).isPresent();
        });
        assertThat(balance().reserved()).isEqualTo(Money.ofEuro("0.045"));
    }

    private IncomingCall forwardedFromOutside() {
        forward(100);
        world.the(RoutingService.class).route(account, new Destination.Extensions(List.of(new ExtensionNumber(100))));
        return from(new Party.PublicNumber(trunk, "0216583456"), "03100" + account);
    }

    private void forward(int extension) {
        ExtensionService extensions = world.the(ExtensionService.class);
        extensions.setForward(account, new ExtensionNumber(extension), Forward.When.ALWAYS, "0723456789");
        extensions.activateForward(account, new ExtensionNumber(extension), Forward.When.ALWAYS);
    }

    private void isPaidFor(CallStep step) {
        assertThat(step.step()).isInstanceOfSatisfying(Step.Dial.class, dial -> {
            assertThat(dial.parties()).containsExactly(mobile());
            assertThat(dial.talkLimit()).isPresent();
        });
        assertThat(balance().reserved()).isEqualTo(Money.ofEuro("0.045"));
    }

    private void talksFor(IncomingCall call, CallStep step, int leg, Duration time) {
        Instant since = world.clock().instant();
        events.legsChanged(List.of(new LegEvent(new LegId(call.id(), leg), mobile(), LegEvent.Kind.TALKING, since)));
        world.clock().advance(time);
        Progress talked = new Progress.Talked(since, since);
        ends(call, step, List.of(leg(call, leg, mobile(), talked)), talked);
    }

    private void ends(IncomingCall call, CallStep step, List<LegRecord> legs, Progress progress) {
        CallRecord record = new CallRecord(
                call,
                progress,
                world.clock().instant(),
                HangupCause.NORMAL,
                CallRecord.Ender.CALLER,
                step.state(),
                legs);
        events.callsEnded(List.of(record, record));
        events.callsEnded(List.of(record));
    }

    private LegRecord leg(IncomingCall call, int number, Party party, Progress progress) {
        return new LegRecord(
                new LegId(call.id(), number),
                party,
                "sip",
                arrivedAt,
                progress,
                world.clock().instant(),
                HangupCause.NORMAL,
                200,
                "test",
                MediaReport.NONE);
    }

    private IncomingCall from(Party source, String dialled) {
        arrivedAt = world.clock().instant();
        String shown = source instanceof Party.PublicNumber party ? party.number() : "100";
        return new IncomingCall(CallId.random(), source, dialled, CallerId.of(shown), arrivedAt);
    }

    private Party phone(int extension) {
        return new Party.Extension(world.the(ExtensionService.class)
                .find(account, new ExtensionNumber(extension))
                .who());
    }

    private static Party mobile() {
        return new Party.PublicNumber(trunk, MOBILE);
    }

    private Balance balance() {
        return world.the(LedgerService.class).balance(account);
    }
}
