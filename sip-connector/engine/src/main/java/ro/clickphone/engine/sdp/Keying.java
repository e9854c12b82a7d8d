package ro.clickphone.engine.sdp;

import java.util.List;
import java.util.Optional;

/** One leg's part in the agreement on how its audio is encrypted. Used by one thread at a time. */
public sealed interface Keying permits Sdes, Dtls, SdesOrDtls {
    /** Keys in offers and answers. */
    static Keying sdes(Secrecy secrecy) {
        return new Sdes(secrecy);
    }

    /**
     * A telephone: keys in offers and answers, or a handshake on the way of the audio.
     *
     * @param fingerprint of our certificate
     */
    static Keying phone(Secrecy ofKeys, String fingerprint) {
        return new SdesOrDtls(ofKeys, fingerprint);
    }

    /** A handshake on the way of the audio, with a browser. @param first what its first checks bring */
    static Keying dtls(BrowserTerms ours, IceSecrets first) {
        return new Dtls(ours, first);
    }

    /** Whether keys are exchanged in offers and answers (RFC 4568). */
    enum Secrecy {
        NEVER,
        /** When both ends can: keys beside {@code RTP/AVP} (RFC 8643), or {@code RTP/SAVP} of the far end. */
        IF_POSSIBLE,
        REQUIRED
    }

    /** What our own offer of a new line says. */
    String protocol();

    /** Whether that line can be answered, and encrypted. */
    boolean canEncrypt(MediaDescription audio);

    /** Whether that line may be answered in clear. */
    boolean mayBeClear(MediaDescription audio);

    /** Lines of our offer. */
    Lines offer();

    /** What an answer to our offer means. Nothing changes yet. */
    Optional<Encryption> accept(MediaDescription answer) throws SdpException;

    /** What answers an offer that we {@link #canEncrypt} or that {@link #mayBeClear}. Nothing changes yet. */
    Reply answer(MediaDescription offer);

    /** Both have said their part. */
    void agree(Optional<Encryption> encryption);

    /** @param ofAudio without ends of lines */
    record Lines(List<String> ofSession, List<String> ofAudio) {
        static final Lines NONE = new Lines(List.of(), List.of());

        public Lines {
            ofSession = List.copyOf(ofSession);
            ofAudio = List.copyOf(ofAudio);
        }
    }

    /** @param encryption empty when the audio stays in clear */
    record Reply(Lines lines, Optional<Encryption> encryption) {}
}
