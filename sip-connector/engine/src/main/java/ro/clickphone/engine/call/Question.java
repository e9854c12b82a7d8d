package ro.clickphone.engine.call;

import java.util.function.Consumer;
import java.util.function.Function;
import ro.clickphone.engine.api.SipEngineListener;

/**
 * What a call asks the business. It is answered, or it fails, by a fault or for want of time; once, and in the call's
 * mailbox. One that is dropped is not heard of any more, however late the answer.
 */
final class Question {
    private final Wheel.Timer deadline;
    private boolean open = true;

    private Question(Call call, Consumer<String> failed) {
        deadline = call.after(call.services().askDeadline(), () -> close(() -> failed.accept("no decision in time")));
    }

    static <T> Question ask(
            Call call, Function<SipEngineListener, T> words, Consumer<T> answered, Consumer<String> failed) {
        Question question = new Question(call, failed);
        call.services()
                .decider()
                .ask(
                        words,
                        answer -> call.mailbox().execute(() -> question.close(() -> answered.accept(answer))),
                        why -> call.mailbox().execute(() -> question.close(() -> failed.accept(why))));
        return question;
    }

    void drop() {
        close(() -> {});
    }

    private void close(Runnable consequence) {
        if (open) {
            open = false;
            deadline.cancel();
            consequence.run();
        }
    }
}
