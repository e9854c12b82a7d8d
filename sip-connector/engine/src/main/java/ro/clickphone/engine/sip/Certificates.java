package ro.clickphone.engine.sip;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The certificate of the secure ports, read anew when its file changes; a broken new one leaves the old one in use. */
final class Certificates {
    private static final Logger LOG = Logger.getLogger(Certificates.class.getName());

    private final Path certificate;
    private final Path key;
    private volatile SslContext current;
    private long readAt;

    Certificates(Path certificate, Path key) throws IOException {
        this.certificate = certificate;
        this.key = key;
        readAt = changedAt();
        current = read();
    }

    SslContext current() {
        return current;
    }

    /** Now and then. */
    synchronized void refresh() {
        try {
            long changed = changedAt();
            if (changed != readAt) {
                readAt = changed;
                current = read();
                LOG.info("The certificate of the SIP ports was read anew");
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The new certificate cannot be used, the old one stays: {0}", e.getMessage());
        }
    }

    private SslContext read() throws IOException {
        try {
            return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The certificate " + certificate + " or its key cannot be read: " + e.getMessage(), e);
        }
    }

    private long changedAt() throws IOException {
        return Math.max(
                Files.getLastModifiedTime(certificate).toMillis(),
                Files.getLastModifiedTime(key).toMillis());
    }
}
