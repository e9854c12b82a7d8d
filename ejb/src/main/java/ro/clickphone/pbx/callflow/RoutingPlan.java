package ro.clickphone.pbx.callflow;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.catalogue.Entitlements;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.fraud.AllowedSources;
import ro.clickphone.pbx.fraud.CallRules;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.recording.RecordingRule;
import ro.clickphone.pbx.schedule.Schedule;

/**
 * All that a call of one account needs to know, at one moment: immutable, cached, replaced as a whole when the customer
 * saves something. With it a call needs no query, and goes on when the database is away.
 *
 * @param numbers the account's public numbers
 * @param paused agents whom the queue leaves alone
 * @param queueWelcome heard once by each caller who enters the queue
 * @param line empty while the account has no number
 * @param emergency the trunk for 112; the account's own, or else any
 * @param rules which calls the customer permits; emergencies never ask
 * @param sources from where its phones may register
 * @param entitlements channels, and whether the fees are paid
 * @param names of the address book
 * @param messages which messages are being recorded
 * @param recorded which calls are recorded
 * @param conferenceCodes of the conferences that ask for one, by room
 */
record RoutingPlan(
        AccountId account,
        ZoneId zone,
        String language,
        Set<E164> numbers,
        Schedule hours,
        CallGraph graph,
        Map<ExtensionNumber, Extension> extensions,
        QueueSettings queue,
        Set<ExtensionNumber> paused,
        List<Prompt> queueWelcome,
        Optional<OutsideLine> line,
        Optional<TrunkId> emergency,
        CallRules rules,
        AllowedSources sources,
        Entitlements entitlements,
        Map<E164, String> names,
        MessagePlan messages,
        Set<RecordingRule.Recorded> recorded,
        Map<Integer, String> conferenceCodes) {
    RoutingPlan {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(language, "language");
        numbers = Set.copyOf(numbers);
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(graph, "graph");
        extensions = Map.copyOf(extensions);
        Objects.requireNonNull(queue, "queue");
        paused = Set.copyOf(paused);
        queueWelcome = List.copyOf(queueWelcome);
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(emergency, "emergency");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(entitlements, "entitlements");
        names = Map.copyOf(names);
        Objects.requireNonNull(messages, "messages");
        recorded = Set.copyOf(recorded);
        conferenceCodes = Map.copyOf(conferenceCodes);
    }

    Optional<Extension> extension(ExtensionNumber number) {
        return Optional.ofNullable(extensions.get(number));
    }

    boolean has(ExtensionNumber number) {
        return extensions.containsKey(number);
    }

    boolean hasQueue() {
        return !queue.isEmpty();
    }
}
