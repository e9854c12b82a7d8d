package ro.clickphone.engine.media;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import ro.clickphone.engine.dtls.DtlsIdentity;
import ro.clickphone.engine.sdp.BrowserTerms;
import ro.clickphone.engine.sdp.IceSecrets;

/** What all handshakes share: our identity, made when the first one is needed, and their threads. */
final class Handshakes implements AutoCloseable {
    private static final int MOST_HANDSHAKES = 64;
    /** RFC 8445 5.3 wants 24 bits and 128 bits of chance. */
    private static final int NAME_LETTERS = 8;

    private static final int PASSWORD_LETTERS = 24;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final SecureRandom random = new SecureRandom();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_HANDSHAKES, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "dtls");
                thread.setDaemon(true);
                return thread;
            });

    private DtlsIdentity identity;

    synchronized DtlsIdentity identity() {
        if (identity == null) {
            identity = DtlsIdentity.create(random, Clock.systemUTC());
        }
        return identity;
    }

    Executor threads() {
        return threads;
    }

    /** For a new leg with a browser. */
    BrowserTerms terms(String address, int port) {
        return new BrowserTerms(
                identity().fingerprint(),
                () -> new IceSecrets(letters(NAME_LETTERS), letters(PASSWORD_LETTERS)),
                address,
                port);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
