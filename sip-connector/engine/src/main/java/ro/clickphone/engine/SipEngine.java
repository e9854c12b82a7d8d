package ro.clickphone.engine;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.EngineFigures;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.SipEngineListener;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.engine.api.TracedCall;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.engine.api.TrunkState;
import ro.clickphone.engine.call.CallServices;
import ro.clickphone.engine.call.Calls;
import ro.clickphone.engine.call.Decider;
import ro.clickphone.engine.call.Tells;
import ro.clickphone.engine.call.Wheel;
import ro.clickphone.engine.media.Media;
import ro.clickphone.engine.media.MediaEngine;
import ro.clickphone.engine.sip.SipHost;

/** The running engine. Its commands return at once; see {@link ro.clickphone.engine.api.SipEngineConnection}. */
public final class SipEngine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SipEngine.class.getName());
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Decider decider;
    private final Wheel wheel;
    private final ExecutorService callThreads =
            threads("clickphone-calls", Runtime.getRuntime().availableProcessors());
    private final Calls calls = new Calls(callThreads);
    private final Media media;
    private final SipHost sip;

    private SipEngine(
            EngineConfig config,
            SipEngineListener business,
            Executor asks,
            Consumer<CallRecord> ended,
            Clock clock,
            Wheel wheel)
            throws IOException {
        this.wheel = wheel;
        decider = new Decider(business, asks);
        Tells tells = new Tells(business);
        MediaEngine audio = new MediaEngine(new MediaEngine.Settings(
                config.bind(),
                config.publicAddresses(),
                config.firstRtpPort(),
                config.lastRtpPort(),
                config.prompts(),
                config.recordings(),
                config.systemPrompts()));
        if (config.audioThreads() == EngineConfig.AudioThreads.REAL_TIME) {
            audio.goFirst();
        }
        media = audio;
        sip = new SipHost(config, decider, tells, calls, wheel, clock);
        calls.workWith(new CallServices(
                media,
                sip.outside(),
                decider,
                tells,
                sip.lamps(),
                record -> keep(ended, record),
                wheel,
                clock,
                config.recordings(),
                config.askDeadline(),
                calls));
    }

    /**
     * Asks for trunks and stored bindings, then opens the SIP ports.
     *
     * @param business is asked and told on threads of {@code asks} only; its {@code callsEnded} is never called. Its
     *     {@code bindingsChanged}, {@code legsChanged} and {@code securityEvent} return at once and may be called on any
     *     thread, change by change as they happen: the host keeps their order, batches and repeats them (ADR 2)
     * @param asks a container's work threads
     * @param ended gets the record of every call, once, by any thread of the engine; returns at once
     * @throws IOException when a port is taken; the message is a sentence for the operator
     */
    public static SipEngine open(
            EngineConfig config, SipEngineListener business, Executor asks, Consumer<CallRecord> ended, Clock clock)
            throws IOException {
        return open(config, business, asks, ended, clock, new Wheel());
    }

    /** @param wheel of all timers, but for those of the sound */
    static SipEngine open(
            EngineConfig config,
            SipEngineListener business,
            Executor asks,
            Consumer<CallRecord> ended,
            Clock clock,
            Wheel wheel)
            throws IOException {
        Objects.requireNonNull(config, "config");
        SipEngine engine = new SipEngine(config, business, asks, ended, clock, wheel);
        try {
            engine.sip.open(business.trunks(), business.bindings());
            return engine;
        } catch (IOException | RuntimeException e) {
            engine.shutDown();
            throw e;
        }
    }

    private static void keep(Consumer<CallRecord> ended, CallRecord record) {
        try {
            ended.accept(record);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The record of call " + record.id() + " was not kept", e);
        }
    }

    public void redirect(CallId call, CallStep step) {
        calls.redirect(call, step);
    }

    public void summon(Summons summons) {
        sip.summon(summons);
    }

    public void hangUp(CallId call, HangupCause cause) {
        calls.hangUp(call, cause);
    }

    public void credentialChanged(SipIdentity who) {
        sip.credentialChanged(who);
    }

    public void trunksChanged() {
        decider.ask(
                SipEngineListener::trunks,
                sip::trunksAre,
                why -> LOG.log(Level.WARNING, "The trunks stay as they were: {0}", why));
    }

    public void limitTalk(CallId call, Step.TalkLimit limit) {
        calls.limitTalk(call, limit);
    }

    public void startRecording(CallId call, TalkRecording recording) {
        calls.startRecording(call, recording);
    }

    public void stopRecording(CallId call) {
        calls.stopRecording(call);
    }

    public Optional<String> promptVersion(Prompt prompt) {
        return media.version(prompt);
    }

    public Optional<byte[]> promptSound(Prompt prompt) {
        return media.wav(prompt);
    }

    public void messagesWaiting(SipIdentity who, int fresh, int heard) {
        sip.messagesWaiting(who, fresh, heard);
    }

    public List<BlockedSource> blockedSources() {
        return sip.blockedSources();
    }

    public void release(String address) {
        sip.release(address);
    }

    public List<CallSnapshot> calls() {
        return calls.snapshots();
    }

    /** Calls whose SIP messages are remembered, the newest first. */
    public List<TracedCall> tracedCalls() {
        return sip.tracedCalls();
    }

    /** The SIP messages of a call, without its secrets; none when it is not remembered. */
    public List<TracedMessage> trace(CallId call) {
        return sip.trace(call);
    }

    /** The carriers' links, as they are doing. */
    public List<TrunkState> trunkStates() {
        return sip.trunkStates();
    }

    /** What each machine of a trunk answers when it is asked now; returns when all have, or will not. */
    public List<TrunkProbe> probe(TrunkId trunk) {
        return sip.probe(trunk);
    }

    /** How much of everything there is, now. */
    public EngineFigures figures() {
        return sip.figures(calls.size());
    }

    /** What each call in progress would leave behind if this process were killed now: its record up to this moment. */
    public List<CallRecord> unfinished() {
        return calls.unfinished();
    }

    /** Takes no new calls, and waits at most so long for the running ones to end; then hangs up what is left. */
    public void drain(Duration patience) {
        sip.takeNoMore();
        await(patience);
        calls.hangUpAll(HangupCause.SHUTDOWN);
        await(LAST_WORDS);
    }

    private void await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (calls.size() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hangs up what is left, closes all ports and ends all threads. */
    @Override
    public void close() {
        drain(Duration.ZERO);
        shutDown();
    }

    private void shutDown() {
        sip.close();
        media.close();
        wheel.close();
        callThreads.shutdown();
    }

    private static ExecutorService threads(String name, int count) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name + '-' + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }
}
