package ro.clickphone.pbx.rating;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the longest prefix of a number, digit by digit, in a tree that lies in two arrays. Immutable once built. */
final class PrefixIndex {
    private static final int DIGITS = 10;
    private static final int NOTHING = -1;

    private final List<Tariff> tariffs;
    private int[] children = new int[DIGITS];
    private int[] tariffAt = {NOTHING};
    private int nodes = 1;

    PrefixIndex(List<Tariff> tariffs) {
        this.tariffs = List.copyOf(tariffs);
        for (int place = 0; place < this.tariffs.size(); place++) {
            put(this.tariffs.get(place).prefix(), place);
        }
        children = Arrays.copyOf(children, nodes * DIGITS);
        tariffAt = Arrays.copyOf(tariffAt, nodes);
    }

    /** @param number digits, with or without a plus sign before them */
    Optional<Tariff> find(String number) {
        int node = 0;
        int best = NOTHING;
        for (int at = number.startsWith("+") ? 1 : 0; at < number.length(); at++) {
            int digit = number.charAt(at) - '0';
            if (digit < 0 || digit >= DIGITS) {
                break;
            }
            node = children[node * DIGITS + digit];
            if (node == 0) {
                break;
            }
            if (tariffAt[node] != NOTHING) {
                best = tariffAt[node];
            }
        }
        return best == NOTHING ? Optional.empty() : Optional.of(tariffs.get(best));
    }

    List<Tariff> tariffs() {
        return tariffs;
    }

    private void put(String prefix, int place) {
        int node = 0;
        for (int at = 0; at < prefix.length(); at++) {
            int slot = node * DIGITS + (prefix.charAt(at) - '0');
            if (children[slot] == 0) {
                int fresh = newNode(); // may replace the array
                children[slot] = fresh;
            }
            node = children[slot];
        }
        tariffAt[node] = place;
    }

    private int newNode() {
        if (nodes == tariffAt.length) {
            tariffAt = Arrays.copyOf(tariffAt, nodes * 2);
            Arrays.fill(tariffAt, nodes, nodes * 2, NOTHING);
            children = Arrays.copyOf(children, nodes * 2 * DIGITS);
        }
        return nodes++;
    }
}
