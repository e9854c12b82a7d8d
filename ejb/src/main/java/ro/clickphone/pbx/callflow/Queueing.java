package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.Announcing;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.queue.Standing;
import ro.clickphone.pbx.queue.WayOut;

/** The waiting queue as its caller meets it: welcome, music and announcements, agents, the way out. */
final class Queueing {
    private static final int STOPS_FOR_AGENTS = 6;

    private final CallFlow flow;
    private final RoutingPlan plan;
    private final Moment moment;

    Queueing(CallFlow flow, RoutingPlan plan, Moment moment) {
        this.flow = flow;
        this.plan = plan;
        this.moment = moment;
    }

    /** The welcome is heard whole, and once; then the caller stands in the waiting room, by the time of entering. */
    Decision greet(Position position) {
        if (!plan.hasQueue()) {
            return flow.unreached(HangupCause.UNAVAILABLE, position);
        }
        return new Decision(
                new Step.Play(plan.queueWelcome(), Step.Answering.ANSWER_FIRST),
                position.answered().at(new Place.Greeting(moment.now())));
    }

    /** Music until an agent is found, in slices when the caller is told something from time to time. */
    Decision await(Instant since, Position position) {
        QueueWait rules = plan.queue().waiting();
        Duration left = rules.longest().minus(Duration.between(since, moment.now()));
        if (left.isZero() || left.isNegative() || !plan.hasQueue()) {
            return nobodyCame(position);
        }
        List<Prompt> news = news(rules.announcing());
        Duration slice = rules.announcing().what().isEmpty()
                ? left
                : least(left, rules.announcing().every());
        return new Decision(new Step.Wait(news, Prompt.Music.DEFAULT, slice), position.at(new Place.Waiting(since)));
    }

    /** Agents ring; the caller keeps the place until one answers. */
    Decision offered(Position waiting, Instant since, List<ExtensionNumber> agents) {
        String names = agents.stream()
                .limit(STOPS_FOR_AGENTS)
                .map(ExtensionNumber::toString)
                .collect(Collectors.joining("+"));
        return new Ringing(flow, plan)
                .agents(waiting.at(new Place.Offered(since)).past("agent:" + names), agents);
    }

    private Decision nobodyCame(Position position) {
        Position noted = position.past("queue:nobody");
        if (plan.queue().waiting().wayOut() instanceof WayOut.ToExtension to && plan.has(to.extension())) {
            return new Ringing(flow, plan).one(to.extension(), List.of(), noted);
        }
        if (plan.queue().waiting().wayOut() instanceof WayOut.ToNumber to) {
            return flow.outgoing().sentTo(to.number(), noted);
        }
        return flow.part(Announcement.QUEUE_NOBODY.wordsIn(plan.language()), HangupCause.NO_ANSWER, noted);
    }

    private List<Prompt> news(Announcing announcing) {
        if (announcing.what().isEmpty()) {
            return List.of();
        }
        Standing standing = moment.around().standing(plan.account(), moment.call());
        List<Prompt> words = new ArrayList<>();
        if (announcing.says(Announcing.Kind.POSITION)) {
            words.add(QueueWords.place(standing.place(), plan.language()));
        }
        if (announcing.says(Announcing.Kind.ESTIMATED_WAIT)) {
            standing.estimatedWait().ifPresent(wait -> words.add(QueueWords.minutes(wait, plan.language())));
        }
        return words;
    }

    private static Duration least(Duration one, Duration other) {
        return Stream.of(one, other).min(Duration::compareTo).orElseThrow();
    }
}
