package ro.clickphone.engine.call;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.DecisionUnavailableException;
import ro.clickphone.engine.api.SipEngineListener;

/** Asks the business on its own threads. An answer comes by a callback, or the failure does; never both. */
public final class Decider {
    private static final Logger LOG = Logger.getLogger(Decider.class.getName());

    private final SipEngineListener business;
    private final Executor asks;

    public Decider(SipEngineListener business, Executor asks) {
        this.business = business;
        this.asks = asks;
    }

    /** @param failed gets a reason for the log; both callbacks run on an asking thread and may only post */
    public <T> void ask(Function<SipEngineListener, T> question, Consumer<T> answered, Consumer<String> failed) {
        try {
            asks.execute(() -> askNow(question, answered, failed));
        } catch (RejectedExecutionException e) {
            failed.accept("no thread to ask the business on: " + e.getMessage());
        }
    }

    /** A fault of ours in what follows an answer must not leave somebody without one. */
    private static <T> void pass(T answer, Consumer<T> answered, Consumer<String> failed) {
        try {
            answered.accept(answer);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "What follows an answer of the business failed", e);
            failed.accept(e.toString());
        }
    }

    private <T> void askNow(Function<SipEngineListener, T> question, Consumer<T> answered, Consumer<String> failed) {
        T answer;
        try {
            answer = question.apply(business); // may ask calls about themselves, and wait: not within a round
        } catch (DecisionUnavailableException e) {
            Round.with(() -> failed.accept(String.valueOf(e.getMessage())));
            return;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "The business failed at a question", e);
            Round.with(() -> failed.accept(e.toString()));
            return;
        }
        if (answer == null) {
            failed.accept("the business answered nothing");
        } else {
            Round.with(() -> pass(answer, answered, failed));
        }
    }
}
