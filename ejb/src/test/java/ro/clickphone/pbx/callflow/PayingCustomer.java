package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.world.World;

/** A customer of a {@link PaidExchange}, and the engine's part in its calls. */
final class PayingCustomer {
    final AccountId account;
    final String number;
    private final PaidExchange exchange;
    private final World world;
    private final EngineEvents events;

    PayingCustomer(PaidExchange exchange, long id, int extensions) {
        this.exchange = exchange;
        this.world = exchange.world;
        this.events = exchange.events;
        account = new AccountId(id);
        number = "03100" + account;
        world.the(AccountService.class)
                .create(account, new NewAccount("Client", ZoneId.of("Europe/Bucharest"), extensions));
        for (int extension = 100; extension < 100 + extensions; extension++) {
            world.the(ExtensionService.class).add(account, new ExtensionNumber(extension), "Om " + extension);
        }
        world.the(NumberService.class).add(account, number, exchange.trunk);
    }

    // ---- money --------------------------------------------------------------------------------------------------

    PayingCustomer topUp(String euro) {
        world.the(LedgerService.class)
                .topUp(account, TransferId.random(), Money.ofEuro(euro), Book.BANK, Wording.of("ledger.topUp.bank"));
        return this;
    }

    void loses(String euro) {
        world.the(LedgerService.class)
                .correct(account, TransferId.random(), Money.ofEuro(euro).negated(), Wording.of("ledger.correction"));
    }

    Balance balance() {
        return world.the(LedgerService.class).balance(account);
    }

    void has(String euro) {
        assertThat(balance()).isEqualTo(new Balance(Money.ofEuro(euro), Money.ZERO));
    }

    // ---- parties ------------------------------------------------------------------------------------------------

    Party.Extension phone(int extension) {
        return new Party.Extension(world.the(ExtensionService.class)
                .find(account, new ExtensionNumber(extension))
                .who());
    }

    Party mobile() {
        return outside(PaidExchange.MOBILE);
    }

    Party outside(String party) {
        return new Party.PublicNumber(exchange.trunk, party);
    }

    // ---- calls --------------------------------------------------------------------------------------------------

    IncomingCall from(Party source, String dialled) {
        String shown = source instanceof Party.PublicNumber party ? party.number() : "100";
        return new IncomingCall(
                CallId.random(),
                source,
                dialled,
                CallerId.of(shown),
                world.clock().instant());
    }

    /** The mobile is dialled, within what is paid for. */
    void isPaidFor(CallStep step) {
        assertThat(step.step()).isInstanceOfSatisfying(Step.Dial.class, dial -> {
            assertThat(dial.parties()).containsExactly(mobile());
            assertThat(dial.talkLimit()).isPresent();
        });
        assertThat(balance().reserved()).isEqualTo(Money.ofEuro("0.045"));
    }

    /** A leg is answered now, and talks. */
    Progress talks(IncomingCall call, int leg, Party party) {
        Instant since = world.clock().instant();
        events.legsChanged(List.of(new LegEvent(new LegId(call.id(), leg), party, LegEvent.Kind.TALKING, since)));
        return new Progress.Talked(since, since);
    }

    void talksFor(IncomingCall call, CallStep step, int leg, Duration time) {
        Progress talked = talks(call, leg, mobile());
        world.clock().advance(time);
        ends(call, step, List.of(leg(call, leg, mobile(), talked)), talked);
    }

    /** Its record comes three times, as it may. */
    void ends(IncomingCall call, CallStep step, List<LegRecord> legs, Progress progress) {
        CallRecord record = new CallRecord(
                call,
                progress,
                world.clock().instant(),
                HangupCause.NORMAL,
                CallRecord.Ender.CALLER,
                step.state(),
                legs);
        told(List.of(record, record));
        told(List.of(record));
    }

    private void told(List<CallRecord> records) {
        world.inTransaction(() -> {
            events.callsEnded(records);
            return Optional.empty();
        });
    }

    LegRecord leg(IncomingCall call, int leg, Party party, Progress progress) {
        return new LegRecord(
                new LegId(call.id(), leg),
                party,
                "sip",
                call.at(),
                progress,
                world.clock().instant(),
                HangupCause.NORMAL,
                200,
                "test",
                MediaReport.NONE);
    }
}
