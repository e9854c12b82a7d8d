package ro.clickphone.pbx.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.ReservationService.Range;
import ro.clickphone.pbx.world.MortalSource;
import ro.clickphone.pbx.world.World;

/**
 * Any order of top-ups, fees and calls, each told once, twice, or by a server that is killed at some step of it and does
 * it again: after each of them the wallet holds what a few lines of plain arithmetic say. An order that breaks it is
 * shortened to the least that does.
 */
class LedgerPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2015, 10, 5);
    private static final int MOST_STEPS = 14;
    private static final AtomicLong NUMBERS = new AtomicLong(76_000);
    private static final MortalSource DATABASE = new MortalSource();
    private static World world;

    private enum Kind {
        TOP_UP,
        FEE,
        RESERVE,
        POST,
        RELEASE
    }

    /**
     * @param which of few, so that the same one comes again
     * @param diesAfter so many steps of the database; 0: it lives
     */
    private record Act(Kind kind, int which, int cents, int diesAfter, boolean twice) {}

    @BeforeContainer
    static void open() {
        world = World.on(DATABASE::around);
        world.clock().setLocal("2015-10-05T11:30:04");
    }

    @AfterContainer
    static void close() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        world.close();
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 900),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(0)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, MOST_STEPS))),
                        Arbitraries.of(false, true))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 60)
    void the_wallet_holds_what_plain_arithmetic_says(@ForAll("acts") List<Act> acts) {
        AccountId account = new AccountId(NUMBERS.incrementAndGet());
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        Plain plain = new Plain();
        for (Act act : acts) {
            tell(account, act, plain);
            assertThat(world.the(LedgerService.class).balance(account))
                    .as("%s", act)
                    .isEqualTo(plain.balance());
        }
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
    }

    private static void tell(AccountId account, Act act, Plain plain) {
        if (act.diesAfter() > 0) {
            DATABASE.dieAfter(act.diesAfter());
            try {
                run(account, act);
            } catch (RuntimeException killed) {
                assertThat(killed).isNotInstanceOf(IllegalArgumentException.class);
            } finally {
                DATABASE.revive();
            }
            if (act.kind() == Kind.RESERVE) {
                // what a killed server set aside stays so until the sweep; nobody asks for that slice again
                if (!world.the(LedgerService.class).balance(account).equals(plain.balance())) {
                    plain.apply(act);
                }
                return;
            }
        }
        boolean refused = isRefused(account, act);
        assertThat(refused).as("%s is refused", act).isEqualTo(!plain.apply(act));
        if (act.twice() && act.kind() != Kind.RESERVE) {
            assertThat(isRefused(account, act)).as("%s is refused again", act).isEqualTo(refused);
        }
    }

    private static boolean isRefused(AccountId account, Act act) {
        try {
            return !run(account, act);
        } catch (Refusal e) {
            return true;
        }
    }

    private static boolean run(AccountId account, Act act) {
        Money amount = Money.ofCents(act.cents());
        LedgerService ledger = world.the(LedgerService.class);
        ReservationService reservations = world.the(ReservationService.class);
        ReservationId call = new ReservationId("call:" + act.which());
        switch (act.kind()) {
            case TOP_UP -> {
                var unused = ledger.topUp(
                        account,
                        new TransferId("op:" + act.which()),
                        amount,
                        Book.BANK,
                        Wording.of("ledger.topUp.bank"));
            }
            case FEE -> {
                var unused = ledger.charge(
                        account,
                        new TransferId("fee:" + act.which()),
                        amount,
                        Book.PACKAGES,
                        Wording.of("ledger.month"));
            }
            case RESERVE -> {
                Range range = new Range(Money.ofCents(1), amount);
                var until = world.clock().instant().plus(Duration.ofMinutes(5));
                return reservations.reserve(account, call, range, SpendCap.none(TODAY), until) instanceof Grant.Granted;
            }
            case POST -> {
                var unused = reservations.post(account, call, amount, Book.CALLS, TODAY, Wording.of("ledger.call"));
            }
            case RELEASE -> reservations.release(account, call);
        }
        return true;
    }

    /** The ledger without a database: what each act does, and that its name does it once. */
    private static final class Plain {
        private final Map<String, Integer> done = new HashMap<>();
        private final Map<Integer, Integer> held = new HashMap<>();
        private final Map<Integer, Boolean> closed = new HashMap<>();
        private int available;

        Balance balance() {
            int aside = held.values().stream().mapToInt(Integer::intValue).sum();
            return new Balance(Money.ofCents(available), Money.ofCents(aside));
        }

        /** @return whether the ledger does it, or did it before */
        boolean apply(Act act) {
            return switch (act.kind()) {
                case TOP_UP -> once("op:" + act.which(), act.cents(), act.cents());
                case FEE -> once("fee:" + act.which(), act.cents(), -act.cents());
                case RESERVE -> reserve(act);
                case POST -> post(act);
                case RELEASE -> release(act);
            };
        }

        private boolean once(String id, int cents, int change) {
            Integer before = done.get(id);
            if (before != null) {
                return before == cents;
            }
            if (change < 0 && available + change < 0) {
                return false;
            }
            done.put(id, cents);
            available += change;
            return true;
        }

        private boolean reserve(Act act) {
            int amount = Math.min(act.cents(), available);
            if (closed.containsKey(act.which()) || amount < 1) {
                return false;
            }
            held.merge(act.which(), amount, Integer::sum);
            available -= amount;
            return true;
        }

        private boolean post(Act act) {
            if (done.putIfAbsent("post:" + act.which(), act.cents()) == null) {
                Integer aside = held.remove(act.which());
                if (aside != null) {
                    closed.put(act.which(), true);
                }
                available += (aside == null ? 0 : aside) - act.cents();
            }
            return true;
        }

        private boolean release(Act act) {
            Integer aside = held.remove(act.which());
            if (aside != null) {
                closed.put(act.which(), true);
                available += aside;
            }
            return true;
        }
    }
}
