package ro.clickphone.pbx.charging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.rating.Tariff;

/**
 * A paid call in progress, as this node sees it: its legs to the outside, what was set aside for them, and for how much
 * talk of the newest one that is enough. The included seconds are the first of the first leg. Used under its own lock.
 */
public final class Meter {
    /** A further leg rings while an earlier one goes on being paid. */
    private static final Duration LONGEST_RING = Duration.ofSeconds(90);
    /** A caller whom we rang outside is told when nobody answers. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    final AccountId account;
    final CallId call;
    final ZoneId zone;
    final Instant startedAt;
    private final List<PaidLeg> legs = new ArrayList<>();
    private Optional<PaidLeg> caller = Optional.empty();
    private Money held = Money.ZERO;
    private long included;
    private long covered;
    private boolean exhausted;
    private boolean warned;

    /** One leg to the outside; until somebody answers, any of the numbers that ring together for it. */
    private static final class PaidLeg {
        private Map<String, Tariff> numbers;
        private Optional<Instant> talkingAt = Optional.empty();
        private Optional<Instant> endedAt = Optional.empty();
        private int id;

        PaidLeg(Map<String, Tariff> numbers) {
            this.numbers = numbers;
        }

        boolean awaits(String number) {
            return talkingAt.isEmpty() && numbers.containsKey(number);
        }

        void talks(String number, LegEvent event) {
            numbers = Map.of(number, numbers.get(number));
            talkingAt = Optional.of(event.at());
            id = event.leg().number();
        }

        /** Whoever of them answers is paid for. */
        Money dearest(long seconds, long included) {
            return numbers.values().stream()
                    .map(tariff -> tariff.price(seconds, included).amount())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    Meter(AccountId account, CallId call, ZoneId zone, Instant startedAt) {
        this.account = account;
        this.call = call;
        this.zone = zone;
        this.startedAt = startedAt;
    }

    /** The exchange rings its caller outside: that leg costs from its answer on, whatever follows. */
    void dialCaller(String number, Tariff tariff) {
        dial(Map.of(number, tariff));
        caller = Optional.of(newest());
    }

    boolean hasPaidCaller() {
        return caller.isPresent();
    }

    /** Another leg is dialled, to the first of several that answers; one that nobody answered is forgotten. */
    void dial(Map<String, Tariff> numbers) {
        legs.removeIf(leg -> leg.talkingAt.isEmpty() && !isCaller(leg));
        legs.add(new PaidLeg(numbers));
        covered = 0;
        exhausted = false;
    }

    private boolean isCaller(PaidLeg leg) {
        return caller.filter(leg::equals).isPresent();
    }

    void told(LegEvent event) {
        if (event.kind() == LegEvent.Kind.ANSWERED && event.leg().number() == 0) {
            caller.filter(leg -> leg.talkingAt.isEmpty()).ifPresent(leg -> leg.talkingAt = Optional.of(event.at()));
        } else if (event.kind() == LegEvent.Kind.TALKING && event.party() instanceof Party.PublicNumber party) {
            legs.stream()
                    .filter(leg -> leg.awaits(party.number()))
                    .findFirst()
                    .ifPresent(leg -> leg.talks(party.number(), event));
        } else if (event.kind() == LegEvent.Kind.ENDED) {
            legs.stream()
                    .filter(leg ->
                            leg.talkingAt.isPresent() && leg.id == event.leg().number())
                    .forEach(leg -> leg.endedAt = Optional.of(event.at()));
        }
    }

    /** Of the newest leg; the dearest while several ring for it. */
    Tariff tariff() {
        return newest().numbers.values().stream()
                .max(Comparator.comparing(Tariff::perMinute))
                .orElseThrow();
    }

    /** Whose included minutes the newest leg may take; nobody's while it may yet be answered in one class or another. */
    Optional<NumberClass> numberClass() {
        List<NumberClass> classes = newest().numbers.values().stream()
                .map(Tariff::numberClass)
                .distinct()
                .toList();
        return classes.size() == 1 ? Optional.of(classes.get(0)) : Optional.empty();
    }

    /** The legs before the newest one talk too, or have talked: included seconds are not theirs to take. */
    boolean isFirst() {
        return legs.size() == 1;
    }

    /** What all legs cost together when the newest one has talked for so long. */
    Money price(long seconds, Instant now) {
        Money sum = Money.ZERO;
        for (int place = 0; place < legs.size(); place++) {
            PaidLeg leg = legs.get(place);
            long talk = leg == newest() ? seconds : talkThen(leg, seconds, now);
            sum = sum.plus(leg.dearest(talk, place == 0 ? included : 0));
        }
        return sum;
    }

    /** The most talk of the newest leg that is paid for, up to {@code most}. */
    long affordable(long most, Instant now) {
        long enough = 0;
        long tooMany = most + 1;
        while (tooMany - enough > 1) {
            long middle = enough + (tooMany - enough) / 2;
            if (price(middle, now).compareTo(held) <= 0) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }

    /** Whether it is time to set more aside: the newest leg talks, and what is paid for ends soon. */
    boolean needsMore(Instant now, Duration ahead) {
        return !legs.isEmpty()
                && newest().endedAt.isEmpty()
                && newest().talkingAt
                        .filter(since -> !since.plusSeconds(covered).isAfter(now.plus(ahead)))
                        .isPresent();
    }

    /** What was set aside, to come back to when the transaction in which more was set aside fails. */
    record Mark(Money held, long included, long covered, boolean exhausted) {}

    Mark mark() {
        return new Mark(held, included, covered, exhausted);
    }

    void backTo(Mark mark) {
        held = mark.held();
        included = mark.included();
        covered = mark.covered();
        exhausted = mark.exhausted();
    }

    void include(long seconds) {
        included += seconds;
    }

    void hold(Money more) {
        held = held.plus(more);
    }

    Money held() {
        return held;
    }

    long included() {
        return included;
    }

    long covered() {
        return covered;
    }

    /** @param last whether there is no money for more */
    void cover(long seconds, boolean last) {
        covered = seconds;
        exhausted = last;
        warned = warned && last;
    }

    boolean isExhausted() {
        return exhausted;
    }

    /** The engine knows that this is the end. */
    boolean isWarned() {
        return warned;
    }

    void warned() {
        warned = true;
    }

    /** How long what is paid for goes on from now. */
    Duration left(Instant now) {
        Instant since = newest().talkingAt.orElse(now);
        Duration left = Duration.between(now, since.plusSeconds(covered));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private PaidLeg newest() {
        return legs.get(legs.size() - 1);
    }

    private long talkThen(PaidLeg leg, long seconds, Instant now) {
        Instant since = leg.talkingAt.orElse(now);
        Instant until = leg.endedAt.orElseGet(
                () -> newest().talkingAt.orElse(now.plus(longestRing(leg))).plusSeconds(seconds));
        return Math.max(0, Duration.between(since, until).toSeconds() + 1);
    }

    private Duration longestRing(PaidLeg leg) {
        return isCaller(leg) ? LONGEST_RING.plus(LAST_WORDS) : LONGEST_RING;
    }
}
