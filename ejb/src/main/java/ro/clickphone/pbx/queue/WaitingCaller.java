package ro.clickphone.pbx.queue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** One caller in the waiting room: the place, who rings, and who let this caller down in the present round. */
final class WaitingCaller {
    private final CallId call;
    private final Instant since;
    private final Set<ExtensionNumber> letDownBy = new HashSet<>();
    private Set<ExtensionNumber> agents = Set.of();
    private Optional<Answer> answer = Optional.empty();

    /** Who took the call, and when. */
    record Answer(ExtensionNumber agent, Instant at) {}

    WaitingCaller(CallId call, Instant since) {
        this.call = call;
        this.since = since;
    }

    void offeredTo(List<ExtensionNumber> chosen) {
        agents = Set.copyOf(chosen);
    }

    void answered(ExtensionNumber agent, Instant at) {
        agents = Set.of(agent);
        answer = Optional.of(new Answer(agent, at));
    }

    void letDown() {
        letDownBy.addAll(agents);
        agents = Set.of();
        answer = Optional.empty();
    }

    void beginsNewRound() {
        letDownBy.clear();
    }

    boolean wasLetDownBy(ExtensionNumber agent) {
        return letDownBy.contains(agent);
    }

    CallId call() {
        return call;
    }

    Instant since() {
        return since;
    }

    /** Who rings, or talks; none while the caller waits. */
    Set<ExtensionNumber> agents() {
        return agents;
    }

    Optional<Answer> answer() {
        return answer;
    }
}
