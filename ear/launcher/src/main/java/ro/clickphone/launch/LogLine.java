package ro.clickphone.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * An event as one line: when, how grave, who, what; a failure's stack follows. The JDK's own walks the caller's stack for
 * each line, which with a line for each turn of a call took a third of the time of all calls' threads.
 */
public final class LogLine extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneId.systemDefault());
    private static final int LEVEL_LETTERS = 7;
    /** The container writes whole stacks as words. */
    private static final int MOST_LETTERS = 2000;

    @Override
    public String format(LogRecord event) {
        StringBuilder line = new StringBuilder(160);
        TIME.formatTo(event.getInstant(), line);
        String level = event.getLevel().getName();
        line.append(' ').append(level).append(" ".repeat(Math.max(1, LEVEL_LETTERS + 1 - level.length())));
        line.append(event.getLoggerName()).append(": ");
        appendOneLine(formatMessage(event), line);
        line.append(System.lineSeparator());
        if (isTheAskersOwn(event.getThrown())) {
            line.insert(
                    line.length() - System.lineSeparator().length(),
                    ": " + oneLine(event.getThrown().getMessage()));
        } else if (event.getThrown() != null) {
            StringWriter stack = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(stack, true));
            line.append(stack);
        }
        return line.toString();
    }

    /**
     * The container's own failure at {@code /%zz}, and at a form without its page's nonce: with a stack for each, a stranger
     * pushes what matters out of the log.
     */
    private static boolean isTheAskersOwn(Throwable thrown) {
        boolean isAddressNobodyCanRead = thrown instanceof IllegalArgumentException
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().startsWith("org.glassfish.grizzly.http.util.");
        return isAddressNobodyCanRead || isOfNoPage(thrown);
    }

    private static boolean isOfNoPage(Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one.getClass().getName().equals("org.primefaces.csp.CspException")) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(String message) {
        StringBuilder line = new StringBuilder();
        appendOneLine(message, line);
        return line.toString();
    }

    /** What a stranger sent cannot begin a line of its own. */
    private static void appendOneLine(String message, StringBuilder line) {
        String text = message == null ? "" : message.strip();
        for (int i = 0; i < Math.min(text.length(), MOST_LETTERS); i++) {
            char letter = text.charAt(i);
            line.append(letter == '\r' || letter == '\n' ? ' ' : letter);
        }
        if (text.length() > MOST_LETTERS) {
            line.append('…');
        }
    }
}
