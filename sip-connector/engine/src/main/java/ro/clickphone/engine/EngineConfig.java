package ro.clickphone.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.engine.sdp.OwnAddresses;

/**
 * The engine's settings; each is described in {@code server-config/settings.md}.
 *
 * @param bind address of SIP and RTP
 * @param publicAddresses what phones and carriers are told in Contact and SDP
 * @param sipPort UDP and TCP
 * @param tls the secure transports; empty when there is no certificate
 * @param wsPort SIP over WebSocket; 0 for none
 * @param stunPort STUN for the phones; 0 for none
 * @param audioKeys over which signalling the keys of encrypted audio may travel
 * @param audioThreads whether threads that carry audio go before all others of the machine
 * @param domain of the phones' addresses; our own addresses are taken for it too
 * @param firstRtpPort even
 * @param lastRtpPort odd
 * @param recordings where recordings are written, {@code <name>.wav}
 * @param prompts where stored prompts lie, {@code <sha256>.wav}
 * @param systemPrompts a folder whose {@code <language>/<name>.wav} replace the product's own announcements
 * @param askDeadline how long the business may think before a caller gets 503
 */
public record EngineConfig(
        String bind,
        OwnAddresses publicAddresses,
        int sipPort,
        Optional<Tls> tls,
        int wsPort,
        int stunPort,
        AudioKeys audioKeys,
        AudioThreads audioThreads,
        String domain,
        String realm,
        int firstRtpPort,
        int lastRtpPort,
        Path recordings,
        Path prompts,
        Optional<Path> systemPrompts,
        Duration askDeadline) {
    public EngineConfig {
        Objects.requireNonNull(bind, "bind");
        Objects.requireNonNull(publicAddresses, "publicAddresses");
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(audioKeys, "audioKeys");
        Objects.requireNonNull(audioThreads, "audioThreads");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(realm, "realm");
        Objects.requireNonNull(recordings, "recordings");
        Objects.requireNonNull(prompts, "prompts");
        Objects.requireNonNull(systemPrompts, "systemPrompts");
        Objects.requireNonNull(askDeadline, "askDeadline");
        if (firstRtpPort % 2 != 0 || lastRtpPort <= firstRtpPort) {
            throw new IllegalArgumentException(
                    "RTP ports must begin with an even one: " + firstRtpPort + "-" + lastRtpPort);
        }
    }

    /** The same with other rules for the keys of audio. */
    public EngineConfig with(AudioKeys keys) {
        return new EngineConfig(
                bind,
                publicAddresses,
                sipPort,
                tls,
                wsPort,
                stunPort,
                keys,
                audioThreads,
                domain,
                realm,
                firstRtpPort,
                lastRtpPort,
                recordings,
                prompts,
                systemPrompts,
                askDeadline);
    }

    /** SDES writes the keys of the audio into the messages (RFC 4568 6.1.4): who can read these can listen. */
    public enum AudioKeys {
        OVER_TLS,
        /** For networks that are protected by other means (a VPN). */
        OVER_ANY_TRANSPORT
    }

    /** Real-time ones wait for nobody, and whoever shares the machine's processors waits for them. */
    public enum AudioThreads {
        REAL_TIME,
        ORDINARY
    }

    /**
     * TLS 1.2 and later on SIP.
     *
     * @param port SIP over TLS
     * @param wssPort SIP over secure WebSocket; 0 for none
     * @param certificate PEM chain; read anew when the file changes
     * @param key PEM, PKCS#8
     */
    public record Tls(int port, int wssPort, Path certificate, Path key) {
        public Tls {
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(key, "key");
        }
    }
}
