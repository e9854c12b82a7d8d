package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import ro.clickphone.engine.call.Wheel;

/**
 * Provisional responses that the caller demands to be safe ({@code Require: 100rel}, RFC 3262): each is repeated until its
 * PRACK comes, and what follows waits for that, the final answer too. In the call's mailbox.
 */
final class ReliableProgress {
    /** Tells the far end that it may. */
    static final String OPTION = "100rel";

    private static final long T1 = 500;
    private static final long PATIENCE = 64 * T1;

    private final ServerTransaction invite;
    private final Executor mailbox;
    private final Wheel wheel;
    private final Runnable notAcknowledged;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private long number = ThreadLocalRandom.current().nextLong(1, 1_000_000);
    private boolean settled;
    private Optional<Wheel.Timer> repeat = Optional.empty();

    /** @param notAcknowledged no PRACK came in time */
    ReliableProgress(ServerTransaction invite, Executor mailbox, Wheel wheel, Runnable notAcknowledged) {
        this.invite = invite;
        this.mailbox = mailbox;
        this.wheel = wheel;
        this.notAcknowledged = notAcknowledged;
    }

    static boolean isDemandedBy(SIPMessage message) {
        ListIterator<SIPHeader> demands = message.getHeaders("Require");
        while (demands.hasNext()) {
            if (demands.next().getHeaderValue().toLowerCase(Locale.ROOT).contains(OPTION)) {
                return true;
            }
        }
        return false;
    }

    void send(int status, Headers headers, Body body) {
        then(() -> {
            number++;
            Headers all = new Headers().with(headers).with("Require", "100rel").with("RSeq", number);
            transmit(() -> invite.respond(status, all, body), T1, T1);
        });
    }

    private void transmit(Runnable response, long wait, long waited) {
        response.run();
        long sent = number;
        repeat = Optional.of(wheel.after(
                wait,
                () -> mailbox.execute(() -> {
                    if (repeat.isEmpty() || sent != number) {
                        return;
                    }
                    if (waited >= PATIENCE) {
                        stop();
                        notAcknowledged.run();
                    } else {
                        transmit(response, 2 * wait, waited + 2 * wait);
                    }
                })));
    }

    /** Done now, or when what was sent has safely arrived. */
    void then(Runnable next) {
        if (repeat.isPresent()) {
            waiting.add(next);
        } else {
            next.run();
        }
    }

    /** @param rack value of the RAck header @return whether it is of what waits for its PRACK */
    boolean isOf(String rack, long inviteSeq) {
        String[] words = rack.trim().split("\\s+");
        return repeat.isPresent()
                && words.length == 3
                && words[0].equals(String.valueOf(number))
                && words[1].equals(String.valueOf(inviteSeq))
                && words[2].equals("INVITE");
    }

    void acknowledged() {
        repeat.ifPresent(Wheel.Timer::cancel);
        repeat = Optional.empty();
        settled = true;
        while (repeat.isEmpty() && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** Whether something has safely arrived, and nothing is under way. */
    boolean isSettled() {
        return settled && repeat.isEmpty();
    }

    /** The INVITE is refused, or given up: nothing is repeated any more. */
    void stop() {
        repeat.ifPresent(Wheel.Timer::cancel);
        repeat = Optional.empty();
        waiting.clear();
    }
}
