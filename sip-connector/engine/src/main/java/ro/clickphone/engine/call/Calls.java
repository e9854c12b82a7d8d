package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.api.TalkRecording;

/** All calls in progress. Whatever is wanted of one goes into its mailbox. */
public final class Calls {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Map<CallId, Call> inProgress = new ConcurrentHashMap<>();
    private final Executor threads;
    private CallServices services;

    /** @param threads for the mailboxes */
    public Calls(Executor threads) {
        this.threads = threads;
    }

    /** Once, before the first call. */
    public void workWith(CallServices all) {
        services = all;
        all.wheel().every(SWEEP, () -> inProgress.values().forEach(call -> call.mailbox()
                .execute(call::checkSilence)));
    }

    /** A call's place in the exchange; its mailbox is known before its dialog is. */
    public Mailbox newMailbox() {
        return new Mailbox(threads);
    }

    /**
     * A call begins.
     *
     * @param mailbox from {@link #newMailbox}
     * @param dialog makes the signalling, given who listens to it
     */
    public void arrived(Arrival arrival, Mailbox mailbox, Function<DialogEvents, LegDialog> dialog) {
        Call call = new Call(services, arrival, mailbox);
        inProgress.put(call.id(), call);
        mailbox.execute(() -> call.begin(
                dialog.apply(new LegVoice.OfCaller(call, call.caller().leg()))));
    }

    /** A call that takes the place of a leg of another one. */
    public void arrivedInstead(
            Arrival arrival, Mailbox mailbox, Replacement replacement, Function<DialogEvents, LegDialog> dialog) {
        Call call = new Call(services, arrival, mailbox);
        inProgress.put(call.id(), call);
        mailbox.execute(() -> call.begin(
                dialog.apply(new LegVoice.OfCaller(call, call.caller().leg())), replacement));
    }

    /** A call that we begin: its first leg rings, and whoever answers has dialled. */
    public void summon(Summons summons, Mailbox mailbox) {
        Call call = new Call(services, Arrival.of(summons), mailbox);
        inProgress.put(call.id(), call);
        mailbox.execute(() -> call.summon(summons));
    }

    public int size() {
        return inProgress.size();
    }

    public void redirect(CallId id, CallStep step) {
        post(id, call -> call.redirect(step));
    }

    public void hangUp(CallId id, HangupCause cause) {
        post(id, call -> call.end(cause, CallRecord.Ender.EXCHANGE));
    }

    public void limitTalk(CallId id, Step.TalkLimit limit) {
        post(id, call -> talking(call).ifPresent(run -> run.limit(limit)));
    }

    public void startRecording(CallId id, TalkRecording recording) {
        post(id, call -> talking(call).ifPresent(run -> run.record(recording)));
    }

    public void stopRecording(CallId id) {
        post(id, call -> talking(call).ifPresent(TalkingRun::stopRecording));
    }

    /** Every call's own word on itself; a call that is too busy to answer now is left out. */
    public List<CallSnapshot> snapshots() {
        return ofEach(Call::snapshot);
    }

    /** What each call would leave behind if the exchange were gone now. */
    public List<CallRecord> unfinished() {
        return ofEach(Call::unfinished);
    }

    private <T> List<T> ofEach(Function<Call, T> word) {
        List<CompletableFuture<Optional<T>>> asked = new ArrayList<>();
        for (Call call : inProgress.values()) {
            asked.add(CompletableFuture.supplyAsync(() -> Optional.of(word.apply(call)), call.mailbox())
                    .completeOnTimeout(Optional.empty(), 500, TimeUnit.MILLISECONDS));
        }
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Ends them all. */
    public void hangUpAll(HangupCause cause) {
        inProgress.keySet().forEach(id -> hangUp(id, cause));
    }

    /** Its record is given away before it is forgotten: who waits for the last call waits for that too. */
    void ended(CallRecord last) {
        services.ended().accept(last);
        inProgress.remove(last.id());
    }

    Optional<Call> find(CallId id) {
        return Optional.ofNullable(inProgress.get(id));
    }

    private void post(CallId id, Consumer<Call> order) {
        find(id).ifPresent(call -> call.mailbox().execute(() -> order.accept(call)));
    }

    private static Optional<TalkingRun> talking(Call call) {
        return call.run().filter(TalkingRun.class::isInstance).map(TalkingRun.class::cast);
    }
}
