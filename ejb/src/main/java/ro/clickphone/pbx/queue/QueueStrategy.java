package ro.clickphone.pbx.queue;

import java.util.Comparator;
import java.util.List;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * Who rings next for a caller (manual, items 94 and 100; the names are Asterisk's, which customers know).
 *
 * <p>What the names leave open is the same for all: only agents ring who are registered, in no call, not on pause and not
 * resting. An agent who let this caller down is passed over until all who are free have had their turn for this caller;
 * so {@link #LEASTRECENT} and {@link #FEWESTCALLS} do not ring the same silent phone for ever. The caller who entered
 * first is served first. Where a strategy sees no difference, the customer's order decides.
 */
public enum QueueStrategy {
    /** All at the same time; the first that answers has the call. */
    RINGALL {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.all().stream().limit(MOST_TOGETHER).toList();
        }
    },
    /** In the order of the customer's list, always from the first. */
    LINEAR {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.first();
        }
    },
    /** Whose last call of this queue ended longest ago. */
    LEASTRECENT {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.least(turn.log().byLastCall());
        }
    },
    /** Who took the fewest calls of this queue. */
    FEWESTCALLS {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.least(Comparator.comparingInt(turn.log()::taken));
        }
    },
    /** Anybody, with equal chance. */
    RANDOM {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.lot(agent -> EVEN_LOTS);
        }
    },
    /** Turn by turn: who was rung longest ago. Who was busy at his turn is the next when free. */
    RRMEMORY {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.least(turn.log().byLastTurn());
        }
    },
    /** Round the customer's list, from the one after the last who was rung. Who was busy at his turn waits a round. */
    RRORDERED {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.next();
        }
    },
    /** By lot, from 0 to 1000 times (penalty + 1); the lowest lot rings. */
    WRANDOM {
        @Override
        List<ExtensionNumber> choose(Turn turn) {
            return turn.lot(agent -> LOTS * (agent.penalty() + 1) + 1);
        }
    };

    /** Rung at the same time; more phones than this are rung in groups, a round after the other. */
    static final int MOST_TOGETHER = 20;

    private static final int LOTS = 1000;
    /** So many that two equal ones, where the customer's order would decide, do not happen. */
    private static final int EVEN_LOTS = Integer.MAX_VALUE;

    /** @return none when nobody is ready; more than one only to ring together */
    abstract List<ExtensionNumber> choose(Turn turn);
}
