package ro.clickphone.pbx.rating;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.number.NumberClass;

/** Prices per second against a deck of 100,000 prefixes, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
public class RatingFigure {
    private static final int PREFIXES = 100_000;
    private static final int NUMBERS = 1 << 16;
    private static final int LONGEST_TALK = 600;

    private final String[] numbers = new String[NUMBERS];
    private PrefixIndex index;
    private int next;

    /** Started by hand, see the profile {@code jmh}. */
    @Test
    void measure() throws RunnerException {
        new Runner(new OptionsBuilder().include(RatingFigure.class.getName()).build()).run();
    }

    @Setup
    public void deck() {
        Random random = new Random(5);
        TreeMap<String, Tariff> tariffs = new TreeMap<>();
        while (tariffs.size() < PREFIXES) {
            String prefix = digits(random, 2 + random.nextInt(6));
            tariffs.put(prefix, tariff(prefix, random));
        }
        index = new PrefixIndex(List.copyOf(tariffs.values()));
        for (int place = 0; place < NUMBERS; place++) {
            numbers[place] = "+" + digits(random, 11);
        }
    }

    /** What is asked before a call is dialled. */
    @Benchmark
    public Optional<Tariff> prefixFound() {
        return index.find(number());
    }

    /** What is asked when it is over: the longest prefix, increments, four decimals. */
    @Benchmark
    public Optional<Money> talkPriced() {
        String number = number();
        long seconds = 1 + next % LONGEST_TALK;
        return index.find(number).map(tariff -> tariff.price(seconds));
    }

    private String number() {
        next++;
        return numbers[next & (NUMBERS - 1)];
    }

    private static String digits(Random random, int length) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static Tariff tariff(String prefix, Random random) {
        return new Tariff(
                prefix,
                "to " + prefix,
                NumberClass.INTERNATIONAL,
                new Money(1_000L * (1 + random.nextInt(900))),
                Money.ZERO,
                new Increments(1 + random.nextInt(60), 1 + random.nextInt(60), 0));
    }
}
