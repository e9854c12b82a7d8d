package ro.clickphone.engine.call;

import java.util.Optional;
import java.util.function.Function;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.SipEngineListener;

/** What a call does next, while the business is asked: an order that comes meanwhile is as good as its answer. */
final class Decision {
    private final Call call;
    private Optional<CallStep> ordered = Optional.empty();
    private Optional<Question> question = Optional.empty();

    Decision(Call call) {
        this.call = call;
    }

    void ask(Function<SipEngineListener, CallStep> words) {
        question = Optional.of(Question.ask(call, words, this::came, this::failed));
    }

    void order(CallStep step) {
        ordered = Optional.of(step);
    }

    /** The call has ended. */
    void drop() {
        question.ifPresent(Question::drop);
    }

    private void came(CallStep step) {
        CallStep chosen = ordered.orElse(step);
        ordered = Optional.empty();
        call.decided(chosen);
    }

    private void failed(String why) {
        call.log("got no decision: " + Text.line(why));
        Optional<CallStep> chosen = ordered;
        ordered = Optional.empty();
        chosen.ifPresentOrElse(call::perform, call::undecided);
    }
}
