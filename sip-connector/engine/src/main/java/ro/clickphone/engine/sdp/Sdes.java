package ro.clickphone.engine.sdp;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One leg's part in the agreement on keys (RFC 4568). {@code RTP/SAVP} is encrypted or refused, never answered in clear;
 * {@code RTP/AVP} with keys is encrypted when both ends can (RFC 8643). Used by one thread at a time.
 */
final class Sdes {
    private static final Set<String> CLEAR = Set.of("RTP/AVP", "RTP/AVPF");
    private static final Set<String> SECURE = Set.of("RTP/SAVP", "RTP/SAVPF");

    private final LocalAudio.Secrecy secrecy;
    private final SecureRandom random = new SecureRandom();
    private Optional<Encryption> agreed = Optional.empty();
    private List<Crypto> offered = List.of();

    Sdes(LocalAudio.Secrecy secrecy) {
        this.secrecy = secrecy;
    }

    /** What our own offer of a new line says. */
    String protocol() {
        return secrecy == LocalAudio.Secrecy.REQUIRED ? "RTP/SAVP" : "RTP/AVP";
    }

    /** Whether that line can be answered, and encrypted. */
    boolean canEncrypt(MediaDescription audio) {
        return secrecy != LocalAudio.Secrecy.NEVER
                && (SECURE.contains(audio.protocol()) || CLEAR.contains(audio.protocol()))
                && !Crypto.of(audio).isEmpty();
    }

    /** Whether that line may be answered in clear. */
    boolean mayBeClear(MediaDescription audio) {
        return secrecy != LocalAudio.Secrecy.REQUIRED && CLEAR.contains(audio.protocol());
    }

    /** Keys to offer; the one in use stays, so that a new offer about something else does not break the stream. */
    List<Crypto> offer() {
        if (secrecy == LocalAudio.Secrecy.NEVER) {
            return List.of();
        }
        List<Crypto> lines = new ArrayList<>();
        for (CryptoSuite suite : CryptoSuite.values()) {
            String key = agreed.filter(now -> now.suite() == suite)
                    .map(Encryption::ours)
                    .orElseGet(this::newKey);
            lines.add(new Crypto(lines.size() + 1, suite, key));
        }
        offered = List.copyOf(lines);
        return offered;
    }

    /** What an answer to our offer means. Nothing changes yet. */
    Optional<Encryption> accept(MediaDescription answer) throws SdpException {
        boolean secure = SECURE.contains(answer.protocol());
        List<Crypto> chosen = Crypto.of(answer);
        if (!secure && !CLEAR.contains(answer.protocol())) {
            throw new SdpException("an answer of " + answer.protocol());
        }
        if (chosen.isEmpty() || offered.isEmpty()) {
            if (secure || secrecy == LocalAudio.Secrecy.REQUIRED || answer.has(Crypto.ATTRIBUTE)) {
                throw new SdpException("the answer has none of the keys that it must have");
            }
            return Optional.empty();
        }
        Crypto theirs = chosen.get(0);
        Crypto ours = offered.stream()
                .filter(line -> line.tag() == theirs.tag() && line.suite() == theirs.suite())
                .findFirst()
                .orElseThrow(() -> new SdpException("the answer chooses a key that we did not offer"));
        return Optional.of(new Encryption(ours.suite(), ours.keyAndSalt(), theirs.keyAndSalt()));
    }

    /**
     * The line that answers an offer that we {@link #canEncrypt} or that {@link #mayBeClear}. Our key stays while theirs does: an end with a new key
     * counts its packets anew, and ours with them. Nothing changes yet.
     */
    Answer answer(MediaDescription offer) {
        Optional<Crypto> theirs = secrecy == LocalAudio.Secrecy.NEVER
                ? Optional.empty()
                : Crypto.of(offer).stream().findFirst();
        return theirs.map(this::answer).orElse(new Answer(List.of(), Optional.empty()));
    }

    private Answer answer(Crypto theirs) {
        String key = agreed.filter(now -> now.suite() == theirs.suite())
                .filter(now -> now.theirs().equals(theirs.keyAndSalt()))
                .map(Encryption::ours)
                .orElseGet(this::newKey);
        return new Answer(
                List.of(new Crypto(theirs.tag(), theirs.suite(), key)),
                Optional.of(new Encryption(theirs.suite(), key, theirs.keyAndSalt())));
    }

    /** @param lines one, or none when the audio stays in clear */
    record Answer(List<Crypto> lines, Optional<Encryption> encryption) {}

    void agree(Optional<Encryption> encryption) {
        agreed = encryption;
    }

    private String newKey() {
        byte[] key = new byte[CryptoSuite.KEY_AND_SALT_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
