package ro.clickphone.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * The JDK's log file, written in larger pieces: a call logs ten lines, and the JDK writes each to the disk by itself, on
 * the call's own thread. A warning is written at once, with all that was said before; the rest within {@value
 * #LATEST_MILLIS} ms.
 */
public final class LogFile extends FileHandler {
    static final int LATEST_MILLIS = 100;

    /** What is said while it closes is not worth a failure of whoever says it. */
    private final ScheduledThreadPoolExecutor writer =
            new ScheduledThreadPoolExecutor(1, LogFile::thread, new ThreadPoolExecutor.DiscardPolicy());

    private boolean unwritten;

    /** As {@code logging.properties} says. */
    public LogFile() throws IOException {}

    LogFile(Path file) throws IOException {
        super(file.toString());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "log");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void publish(LogRecord event) {
        super.publish(event);
        if (!unwritten) {
            unwritten = true;
            var unused = writer.schedule(this::write, LATEST_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
            write();
        }
    }

    /** The JDK's own does it after each line. */
    @Override
    public synchronized void flush() {
        // in its time: see write
    }

    private synchronized void write() {
        unwritten = false;
        super.flush();
    }

    @Override
    public synchronized void close() {
        writer.shutdownNow();
        write();
        super.close();
    }
}
