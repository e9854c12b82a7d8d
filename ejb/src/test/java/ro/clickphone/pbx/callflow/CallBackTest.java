package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;

/** Calls that are begun by a click: from the own phone, and from a mobile, where both legs are paid. */
class CallBackTest {
    private static final String OWN_MOBILE = "+40724000111";

    @RegisterExtension
    static final PaidExchange EXCHANGE = new PaidExchange();

    private PayingCustomer customer;
    private AccountId account;

    @BeforeEach
    void customer() {
        customer = EXCHANGE.customer(2).topUp("1.00");
        account = customer.account;
    }

    @Test
    void a_call_begun_by_a_click_rings_the_own_phone_first_and_is_paid_like_one_that_was_dialled() {
        online(100);
        CallId id = EXCHANGE.the(CallBackService.class).call(account, new ExtensionNumber(100), "0723 456 789");
        Summons summons = summons();
        IncomingCall wanted = summons.wanted();
        assertThat(summons.rings()).isEqualTo(customer.phone(100));
        assertThat(wanted.id()).isEqualTo(id);
        assertThat(wanted.source()).isEqualTo(customer.phone(100));
        customer.has("1.00");

        CallStep step = EXCHANGE.events.callArrived(wanted);
        customer.isPaidFor(step);
        customer.talksFor(wanted, step, 1, Duration.ofSeconds(100));

        customer.has("0.925");
        assertThat(EXCHANGE.world.number("SELECT price FROM call_detail WHERE account_id = " + account))
                .isEqualTo(75_000);
    }

    @Test
    void a_click_on_a_number_that_may_not_be_called_or_for_a_phone_that_is_away_rings_nobody() {
        int before = EXCHANGE.world.engine().commands("summon").size();
        assertThat(refused(100, "0723456789")).isEqualTo("callBack.offline");
        online(100);
        assertThat(refused(100, "112")).isEqualTo("callBack.number");
        assertThat(refused(100, "**222")).isEqualTo("callBack.number");
        assertThat(refused(100, "100")).isEqualTo("callBack.number");
        assertThat(refused(100, "0906123456")).isEqualTo("callBack.restricted");
        assertThat(refused(107, "0723456789")).isEqualTo("extension.unknown");
        assertThat(EXCHANGE.world.engine().commands("summon")).hasSize(before);
    }

    @Test
    void both_legs_are_paid_for_before_the_own_mobile_rings_and_each_by_its_own_time() {
        Summons summons = begun();
        IncomingCall call = summons.wanted();
        assertThat(summons.rings()).isEqualTo(ownMobile());
        assertThat(summons.shown().number()).isEqualTo("+40" + customer.number.substring(1));
        assertThat(call.source()).isEqualTo(customer.phone(100));
        assertThat(customer.balance().reserved())
                .as("more than a minute of each")
                .isGreaterThan(Money.ofEuro("0.09"));

        Instant answered = isAnswered(call);
        CallStep step = EXCHANGE.events.callArrived(call);
        assertThat(dial(step).parties()).containsExactly(customer.mobile());
        EXCHANGE.world.clock().advance(Duration.ofSeconds(20));
        Instant talking = EXCHANGE.world.clock().instant();
        Progress talked = customer.talks(call, 1, customer.mobile());
        EXCHANGE.world.clock().advance(Duration.ofSeconds(100));
        Progress both = new Progress.Talked(answered, talking);
        customer.ends(
                call,
                step,
                List.of(customer.leg(call, 0, ownMobile(), both), customer.leg(call, 1, customer.mobile(), talked)),
                both);

        customer.has("0.835");
        assertThat(EXCHANGE.world.number("SELECT price FROM call_detail WHERE account_id = " + account))
                .as("120 and 100 seconds")
                .isEqualTo(165_000);
    }

    @Test
    void the_talk_ends_when_the_money_of_both_legs_does() {
        customer.loses("0.86");
        IncomingCall call = begun().wanted();
        isAnswered(call);

        Step.TalkLimit limit =
                dial(EXCHANGE.events.callArrived(call)).talkLimit().orElseThrow();

        assertThat(limit.atMost())
                .as("0.14 for 100 seconds of ringing and the talk of both")
                .isEqualTo(Duration.ofSeconds(42));
        assertThat(limit.warnBefore()).isPositive();
    }

    @Test
    void a_free_number_is_talked_with_as_long_as_the_first_leg_is_paid_for() {
        IncomingCall call = begun("0800123456").wanted();
        isAnswered(call);

        assertThat(dial(EXCHANGE.events.callArrived(call)).talkLimit()).isPresent();
    }

    @Test
    void what_does_not_cover_both_legs_rings_nobody_and_sets_nothing_aside() {
        customer.loses("0.93");
        int before = EXCHANGE.world.engine().commands("summon").size();

        assertThat(refusedFrom(OWN_MOBILE, "0723456789")).isEqualTo("callBack.credit");

        customer.has("0.07");
        assertThat(EXCHANGE.world.engine().commands("summon")).hasSize(before);
    }

    @Test
    void a_mobile_that_does_not_answer_costs_nothing() {
        Summons summons = begun();
        IncomingCall call = summons.wanted();
        EXCHANGE.world.clock().advance(Duration.ofSeconds(30));

        Progress nobody = new Progress.Unanswered();
        customer.ends(
                call,
                new CallStep(Step.Reject.with(480), summons.at()),
                List.of(customer.leg(call, 0, ownMobile(), nobody)),
                nobody);

        customer.has("1.00");
    }

    @Test
    void who_answers_and_then_finds_the_other_busy_has_used_the_first_leg_alone() {
        IncomingCall call = begun().wanted();
        Instant answered = isAnswered(call);
        CallStep step = EXCHANGE.events.callArrived(call);
        EXCHANGE.world.clock().advance(Duration.ofSeconds(20));

        Progress waited = new Progress.Answered(answered);
        customer.ends(
                call,
                step,
                List.of(
                        customer.leg(call, 0, ownMobile(), waited),
                        customer.leg(call, 1, customer.mobile(), new Progress.Unanswered())),
                waited);

        customer.has("0.985");
    }

    @Test
    void the_record_says_who_began_the_call_and_what_rang_first() {
        Actor ana = new Actor.Person(Optional.of(account), "ana@client.example", Role.OWNER, "127.0.0.1");
        Summons summons;
        try (Acting.Scope scope = Acting.as(ana)) {
            summons = begun();
        }
        IncomingCall call = summons.wanted();
        isAnswered(call);
        CallStep step = EXCHANGE.events.callArrived(call);
        customer.talksFor(call, step, 1, Duration.ofSeconds(10));

        assertThat(path(step.state())).startsWith("clicked:ana@client.example summoned:" + OWN_MOBILE + " out:");
        assertThat(path(summons.at())).as("when nobody answered").startsWith("clicked:ana@client.example summoned:");
        String kept = EXCHANGE.world.asked(
                db -> (String) db.createNativeQuery("SELECT path FROM call_detail WHERE account_id = ?1")
                        .setParameter(1, account.value())
                        .getSingleResult());
        assertThat(kept).startsWith("clicked:ana@client.example");
    }

    @Test
    void numbers_between_which_no_call_can_be_led_ring_nobody() {
        int before = EXCHANGE.world.engine().commands("summon").size();
        for (String first : List.of("101", "112", "**222", "nobody", customer.number)) {
            assertThat(refusedFrom(first, "0723456789")).as(first).isEqualTo("callBack.first");
        }
        assertThat(refusedFrom("0906123456", "0723456789")).isEqualTo("callBack.firstRestricted");
        for (String wanted : List.of("101", "112", "0724 000 111", customer.number)) {
            assertThat(refusedFrom(OWN_MOBILE, wanted)).as(wanted).isEqualTo("callBack.outside");
        }
        assertThat(refusedFrom(OWN_MOBILE, "0906123456")).isEqualTo("callBack.restricted");
        assertThat(EXCHANGE.world.engine().commands("summon")).hasSize(before);
        customer.has("1.00");
    }

    // ---- helpers ------------------------------------------------------------------------------------------------

    private Summons begun() {
        return begun("0723 456 789");
    }

    private Summons begun(String wanted) {
        EXCHANGE.the(CallBackService.class).callFrom(account, new ExtensionNumber(100), OWN_MOBILE, wanted);
        return summons();
    }

    private static Summons summons() {
        return EXCHANGE.world.engine().commands("summon").stream()
                .reduce((before, last) -> last)
                .map(command -> (Summons) command.arguments().get(0))
                .orElseThrow();
    }

    private Party ownMobile() {
        return customer.outside(OWN_MOBILE);
    }

    private Instant isAnswered(IncomingCall call) {
        Instant now = EXCHANGE.world.clock().instant();
        EXCHANGE.events.legsChanged(
                List.of(new LegEvent(new LegId(call.id(), 0), ownMobile(), LegEvent.Kind.ANSWERED, now)));
        return now;
    }

    private static Step.Dial dial(CallStep step) {
        assertThat(step.step()).isInstanceOf(Step.Dial.class);
        return (Step.Dial) step.step();
    }

    private static String path(FlowState state) {
        return Position.parse(state).orElseThrow().trail().toString();
    }

    private String refusedFrom(String first, String wanted) {
        return catchThrowableOfType(Refusal.class, () -> EXCHANGE.the(CallBackService.class)
                        .callFrom(account, new ExtensionNumber(100), first, wanted))
                .code();
    }

    private String refused(int extension, String number) {
        return catchThrowableOfType(Refusal.class, () -> EXCHANGE.the(CallBackService.class)
                        .call(account, new ExtensionNumber(extension), number))
                .code();
    }

    private void online(int extension) {
        SipIdentity who = customer.phone(extension).who();
        Instant now = EXCHANGE.world.clock().instant();
        EXCHANGE.events.bindingsChanged(List.of(new BindingChange.Stored(new Binding(
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
                Duration.ofHours(1),
                now.plusSeconds(3600)))));
    }
}
