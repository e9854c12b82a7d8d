package ro.clickphone.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
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

    private final Thread writer = new Thread(this::writeNowAndThen, "log");
    private volatile boolean unwritten;

    /** As {@code logging.properties} says. */
    public LogFile() throws IOException {
        start();
    }

    LogFile(Path file) throws IOException {
        super(file.toString());
        start();
    }

    private void start() {
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public synchronized void publish(LogRecord event) {
        super.publish(event);
        if (!unwritten) {
            unwritten = true;
            LockSupport.unpark(writer);
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

    private void writeNowAndThen() {
        try {
            while (true) {
                while (!unwritten) {
                    LockSupport.park(this);
                }
                Thread.sleep(LATEST_MILLIS);
                write();
            }
        } catch (InterruptedException e) {
            write();
        }
    }

    @Override
    public synchronized void close() {
        write();
        super.close();
    }
}
