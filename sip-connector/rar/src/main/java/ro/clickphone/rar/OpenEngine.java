package ro.clickphone.rar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import ro.clickphone.engine.SipEngine;
import ro.clickphone.engine.api.SipEngineListener;

/** The engine while its SIP ports are open, with the three ways on which it tells things. */
final class OpenEngine implements AutoCloseable {
    private static final BindingJournal.Pace PACE = new BindingJournal.Pace(
            Duration.ofMillis(250), Duration.ofSeconds(30), new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)));
    private static final Backoff SPOOL = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
    /** How much of a talk a crash may leave unproven. */
    private static final Duration PROOF = Duration.ofSeconds(1);

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final EngineSettings settings;
    private final BusinessLine line;
    private final SipEngine engine;
    private final CallsInProgress inProgress;

    private OpenEngine(EngineSettings settings, BusinessLine line, SipEngine engine) {
        this.settings = settings;
        this.line = line;
        this.engine = engine;
        this.inProgress = CallsInProgress.keep(inProgress(settings), engine::unfinished, PROOF);
    }

    /** @throws IOException when a port is taken, or the spool cannot be written */
    static OpenEngine open(EngineSettings settings, SipEngineListener business, Executor work) throws IOException {
        BusinessLine line = new BusinessLine(
                business,
                BindingJournal.open(business::bindingsChanged, PACE, work),
                News.open(business, work),
                Spool.open(settings.spool(), business::callsEnded, SPOOL, work));
        try {
            CallsInProgress.leftBy(inProgress(settings)).forEach(line.spool()::ended);
            SipEngine engine = SipEngine.open(settings.engine(), line, work, line.spool()::ended, Clock.systemUTC());
            return new OpenEngine(settings, line, engine);
        } catch (IOException | RuntimeException e) {
            close(line);
            throw e;
        }
    }

    SipEngine engine() {
        return engine;
    }

    /** Lets the calls end, then ends them, and tells what there is still to tell. */
    @Override
    public void close() {
        try {
            engine.drain(settings.drain());
        } finally {
            engine.close();
            inProgress.close();
            close(line);
        }
    }

    private static Path inProgress(EngineSettings settings) {
        return settings.spool().resolve("in-progress");
    }

    private static void close(BusinessLine line) {
        line.journal().close(LAST_WORDS);
        line.news().close(LAST_WORDS);
        line.spool().close(LAST_WORDS);
    }
}
