package ro.clickphone.pbx.security;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.engine.api.SecurityEvent;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;

/**
 * One line an event in {@code PBX_DATA/log/security.0.log}, for the operator's tools (server-config/security.md), and the
 * latest ones in memory, for the operator's page.
 */
@ApplicationScoped
public class SecurityLog {
    static final int REMEMBERED = 500;
    private static final String NAME = "ro.clickphone.security";
    private static final Logger LOG = Logger.getLogger(NAME);
    private static final int LARGEST_FILE = 10_000_000;
    private static final int FILES = 20;
    private static final Duration GATHERED = Duration.ofHours(1);

    @Inject
    private Clock clock;

    @Inject
    private Outbox outbox;

    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    private final Deque<SecurityLine> latest = new ArrayDeque<>();
    private FileHandler file;

    @PostConstruct
    void open() {
        try {
            Path folder = Files.createDirectories(Path.of(data).resolve("log"));
            file = new FileHandler(folder.resolve("security.%g.log").toString(), LARGEST_FILE, FILES, true);
            file.setFormatter(new OneLine());
            LOG.addHandler(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the security log has no file of its own; it stands in the server's log", e);
        }
    }

    @PreDestroy
    void close() {
        if (file != null) {
            LOG.removeHandler(file);
            file.close();
        }
    }

    /** The SIP door tells. A blocked source is told to the operator by mail, gathered by the hour. */
    public void told(SecurityEvent event) {
        write(new SecurityLine(event.at(), event.kind().name(), event.address(), event.user(), event.detail()));
        if (event.kind() == SecurityEvent.Kind.SOURCE_BLOCKED) {
            outbox.postToOperator(
                    "security.blocked", new Pace.Gathered("blocked", GATHERED), event.address(), event.detail());
        }
    }

    /** Another door tells: the portal, the API, the PIN. */
    public void told(String kind, String address, String user, String detail) {
        write(new SecurityLine(clock.instant(), kind, address, user, detail));
    }

    /** The newest first. */
    @Guarded(Need.OPERATE)
    public List<SecurityLine> latest() {
        synchronized (latest) {
            return new ArrayList<>(latest);
        }
    }

    private void write(SecurityLine line) {
        LOG.warning(line::toString);
        synchronized (latest) {
            latest.addFirst(line);
            if (latest.size() > REMEMBERED) {
                latest.removeLast();
            }
        }
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord line) {
            return Instant.ofEpochMilli(line.getMillis()) + " " + line.getMessage() + System.lineSeparator();
        }
    }
}
