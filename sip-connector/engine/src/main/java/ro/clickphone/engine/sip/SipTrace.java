package ro.clickphone.engine.sip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.TracedCall;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.engine.api.TracedMessage.Way;

/**
 * The SIP messages of the latest calls, for whoever looks for a fault. What strangers send, and never becomes a call, is
 * kept apart, so that it drives no call out; what is kept is bounded in every direction.
 */
final class SipTrace {
    private static final int MOST_BYTES = 24_000_000;
    private static final int MOST_STRANGERS = 500;
    private static final int MOST_MESSAGES = 200;
    private static final int LONGEST = 6000;

    /** What proves or decrypts something, or was pressed on the keys (a PIN): never shown. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("(?im)^((?:Proxy-)?Authorization\\s*:.*?response\\s*=\\s*\")[^\"\\r\\n]*"),
            Pattern.compile("(?im)^(a=crypto:\\S+ \\S+ inline:)[^|\\s]*"),
            Pattern.compile("(?im)^(a=ice-pwd:)\\S*"),
            Pattern.compile("(?im)^(k=)\\S*"),
            Pattern.compile("(?im)^(\\s*signal\\s*=\\s*)\\S+"),
            Pattern.compile("(?is)(content-type\\s*:\\s*application/dtmf[ \\t]*\\r\\n(?:.*?\\r\\n)?\\r\\n).*"));

    private final Clock clock;
    private final Map<String, Ladder> strangers = new LinkedHashMap<>();
    private final Map<CallId, Traced> calls = new LinkedHashMap<>();
    private final Map<String, Ladder> ofCalls = new HashMap<>();
    private final Map<Executor, CallId> mailboxes = new WeakHashMap<>();
    private long bytes;

    private record Seen(Instant at, Way way, Flow flow, byte[] message) {}

    /** One dialog's. */
    private static final class Ladder {
        private final List<Seen> seen = new ArrayList<>();

        /** @return how many bytes it grew by */
        private int add(Seen one) {
            if (seen.size() >= MOST_MESSAGES) {
                return 0;
            }
            seen.add(one);
            return one.message().length;
        }

        private int size() {
            int bytes = 0;
            for (Seen one : seen) {
                bytes += one.message().length;
            }
            return bytes;
        }
    }

    private record Traced(IncomingCall arrival, Map<String, Ladder> legs) {}

    SipTrace(Clock clock) {
        this.clock = clock;
    }

    void saw(Way way, Flow flow, byte[] message) {
        Optional<String> callId = RawText.callId(message);
        if (callId.isEmpty()) {
            return;
        }
        byte[] kept = message.length > LONGEST ? Arrays.copyOf(message, LONGEST) : message;
        Seen seen = new Seen(clock.instant(), way, flow, kept);
        synchronized (this) {
            Ladder known = ofCalls.get(callId.get());
            if (known != null) {
                bytes += known.add(seen);
                makeRoom();
            } else if (strangers.containsKey(callId.get()) || startsCall(message)) {
                strangers.computeIfAbsent(callId.get(), any -> new Ladder()).add(seen);
                removeEldest(strangers, MOST_STRANGERS);
            }
        }
    }

    private static boolean startsCall(byte[] message) {
        return message.length > 7 && new String(message, 0, 7, StandardCharsets.US_ASCII).equals("INVITE ");
    }

    private static void removeEldest(Map<String, Ladder> map, int most) {
        if (map.size() > most) {
            map.remove(map.keySet().iterator().next());
        }
    }

    /** What came with that Call-ID has become a call. @param mailbox the call's, by which its other legs are known */
    synchronized void began(IncomingCall call, Executor mailbox, String sipCallId) {
        began(call, mailbox);
        adopt(call.id(), sipCallId);
    }

    /** A call that we begin. */
    synchronized void began(IncomingCall call, Executor mailbox) {
        mailboxes.put(mailbox, call.id());
        calls.put(call.id(), new Traced(call, new LinkedHashMap<>()));
    }

    /** A leg of a call is about to be called. */
    synchronized void joined(Executor mailbox, String sipCallId) {
        CallId call = mailboxes.get(mailbox);
        if (call != null && calls.containsKey(call)) {
            adopt(call, sipCallId);
        }
    }

    private void adopt(CallId call, String sipCallId) {
        Ladder ladder = Optional.ofNullable(strangers.remove(sipCallId)).orElseGet(Ladder::new);
        bytes += ladder.size();
        ofCalls.put(sipCallId, ladder);
        calls.get(call).legs().put(sipCallId, ladder);
        makeRoom();
    }

    private void makeRoom() {
        while (bytes > MOST_BYTES && calls.size() > 1) {
            Traced eldest = calls.remove(calls.keySet().iterator().next());
            eldest.legs().forEach((sipCallId, ladder) -> {
                bytes -= ladder.size();
                ofCalls.remove(sipCallId, ladder);
            });
        }
    }

    /** The newest first. */
    synchronized List<TracedCall> calls(int most) {
        List<TracedCall> found = new ArrayList<>();
        for (Traced call : calls.values()) {
            int messages = call.legs().values().stream()
                    .mapToInt(ladder -> ladder.seen.size())
                    .sum();
            found.add(new TracedCall(call.arrival(), call.legs().size(), messages));
        }
        java.util.Collections.reverse(found);
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /** All of a call's messages in their order; none when it is not remembered. */
    synchronized List<TracedMessage> of(CallId call) {
        Traced traced = calls.get(call);
        return traced == null
                ? List.of()
                : traced.legs().values().stream()
                        .flatMap(ladder -> ladder.seen.stream())
                        .sorted(Comparator.comparing(Seen::at))
                        .map(seen -> new TracedMessage(
                                seen.at(),
                                seen.way(),
                                seen.flow().transport(),
                                OurNames.hostPort(seen.flow().remote()),
                                withoutSecrets(new String(seen.message(), StandardCharsets.UTF_8))))
                        .toList();
    }

    /** As long as it was, so that the message is as long as its Content-Length says. */
    private static String hidden(MatchResult found) {
        return found.group(1)
                + "*".repeat(found.group().length() - found.group(1).length());
    }

    static String withoutSecrets(String message) {
        String shown = message;
        for (Pattern secret : SECRETS) {
            shown = secret.matcher(shown).replaceAll(found -> Matcher.quoteReplacement(hidden(found)));
        }
        return shown;
    }
}
