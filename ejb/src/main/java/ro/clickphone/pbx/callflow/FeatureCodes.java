package ro.clickphone.pbx.callflow;

import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.extension.Extension;

/** The codes of the exchange, dialled by an extension. */
final class FeatureCodes {
    /** The menu's test call (manual, item 135); the second form is how the manual's line is misread. */
    private static final Set<String> TEST = Set.of("**222", "****222");

    private static final String PAUSE = "*45";
    private static final String RESUME = "*46";

    private final CallFlow flow;
    private final RoutingPlan plan;

    FeatureCodes(CallFlow flow, RoutingPlan plan) {
        this.flow = flow;
        this.plan = plan;
    }

    Decision dialled(String code, Extension caller, Position position) {
        if (TEST.contains(code)) {
            return test(position);
        } else if (code.equals(PAUSE)) {
            return agent(caller, new Deed.PauseAgent(caller.number()), Announcement.AGENT_PAUSED, position);
        } else if (code.equals(RESUME)) {
            return agent(caller, new Deed.ResumeAgent(caller.number()), Announcement.AGENT_RESUMED, position);
        }
        return unknown(position);
    }

    private Decision test(Position position) {
        Optional<NodeId> menu = plan.graph().test();
        return menu.map(found -> flow.preceded(Announcement.TEST_CALL, flow.enter(found, position.past("test"))))
                .orElseGet(() -> unknown(position));
    }

    private Decision agent(Extension caller, Deed deed, Announcement words, Position position) {
        if (!plan.queue().extensions().contains(caller.number())) {
            return flow.part(Announcement.NOT_AN_AGENT.wordsIn(plan.language()), HangupCause.NORMAL, position);
        }
        return flow.part(words.wordsIn(plan.language()), HangupCause.NORMAL, position)
                .doing(deed);
    }

    private Decision unknown(Position position) {
        return flow.refuse(404, Announcement.NOT_IN_SERVICE, position);
    }
}
