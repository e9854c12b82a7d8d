package ro.clickphone.pbx.rating;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.number.NumberClass;

/** Prices per second against a list of 100,000 prefixes, on one thread. */
public final class RatingBench {
    private static final int PREFIXES = 100_000;
    private static final int NUMBERS = 1 << 16;
    private static final int CALLS = 5_000_000;
    private static final int ROUNDS = 6;

    private RatingBench() {}

    public static void run() {
        Random random = new Random(5);
        TreeMap<String, Tariff> tariffs = new TreeMap<>();
        while (tariffs.size() < PREFIXES) {
            String prefix = digits(random, 2 + random.nextInt(6));
            tariffs.put(prefix, tariff(prefix, random));
        }
        long began = System.nanoTime();
        PrefixIndex index = new PrefixIndex(List.copyOf(tariffs.values()));
        System.out.printf("index of %d prefixes built in %d ms%n", PREFIXES, (System.nanoTime() - began) / 1_000_000);
        String[] numbers = new String[NUMBERS];
        for (int place = 0; place < NUMBERS; place++) {
            numbers[place] = "+" + digits(random, 11);
        }
        for (int round = 0; round < ROUNDS; round++) {
            round(index, numbers);
        }
    }

    private static void round(PrefixIndex index, String[] numbers) {
        long sum = 0;
        long began = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            sum += index.find(numbers[call & (NUMBERS - 1)])
                    .map(tariff -> tariff.perMinute().micros())
                    .orElse(0L);
        }
        double found = CALLS / ((System.nanoTime() - began) / 1e9);
        began = System.nanoTime();
        for (int call = 0; call < CALLS / 5; call++) {
            long seconds = 1 + call % 600;
            sum += index.find(numbers[call & (NUMBERS - 1)])
                    .map(tariff -> tariff.price(seconds).micros())
                    .orElse(0L);
        }
        double priced = CALLS / 5 / ((System.nanoTime() - began) / 1e9);
        System.out.printf("%,.0f prefixes found a second, %,.0f talks priced a second (%d)%n", found, priced, sum % 10);
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
