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
final class Sdes implements Keying {
    private static final Set<String> CLEAR = Set.of("RTP/AVP", "RTP/AVPF");
    private static final Set<String> SECURE = Set.of("RTP/SAVP", "RTP/SAVPF");

    static final Set<String> PROTOCOLS = Set.of("RTP/AVP", "RTP/AVPF", "RTP/SAVP", "RTP/SAVPF");

    /** Many threads may use it; to make one for each leg looks for its provider each time. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secrecy secrecy;
    private Optional<Encryption.Keys> agreed = Optional.empty();
    private List<Crypto> offered = List.of();

    Sdes(Secrecy secrecy) {
        this.secrecy = secrecy;
    }

    @Override
    public String protocol() {
        return secrecy == Secrecy.REQUIRED ? "RTP/SAVP" : "RTP/AVP";
    }

    @Override
    public boolean canEncrypt(MediaDescription audio) {
        return secrecy != Secrecy.NEVER
                && PROTOCOLS.contains(audio.protocol())
                && !Crypto.of(audio).isEmpty();
    }

    @Override
    public boolean mayBeClear(MediaDescription audio) {
        return secrecy != Secrecy.REQUIRED && CLEAR.contains(audio.protocol());
    }

    /** Keys to offer; the one in use stays, so that a new offer about something else does not break the stream. */
    @Override
    public Lines offer() {
        if (secrecy == Secrecy.NEVER) {
            return Lines.NONE;
        }
        List<Crypto> lines = new ArrayList<>();
        for (CryptoSuite suite : CryptoSuite.values()) {
            String key = agreed.filter(now -> now.suite() == suite)
                    .map(Encryption.Keys::ours)
                    .orElseGet(() -> newKey(suite));
            lines.add(new Crypto(lines.size() + 1, suite, key));
        }
        offered = List.copyOf(lines);
        return new Lines(List.of(), offered.stream().map(Crypto::line).toList());
    }

    @Override
    public Optional<Encryption> accept(MediaDescription answer) throws SdpException {
        boolean secure = SECURE.contains(answer.protocol());
        List<Crypto> chosen = Crypto.of(answer);
        if (!secure && !CLEAR.contains(answer.protocol())) {
            throw new SdpException("an answer of " + answer.protocol());
        }
        if (offered.isEmpty() && !secure) {
            return Optional.empty(); // baresip writes keys into its answer also where none were offered
        }
        if (chosen.isEmpty() || offered.isEmpty()) {
            if (secure || secrecy == Secrecy.REQUIRED || answer.has(Crypto.ATTRIBUTE)) {
                throw new SdpException("the answer has none of the keys that it must have");
            }
            return Optional.empty();
        }
        Crypto theirs = chosen.get(0);
        Crypto ours = offered.stream()
                .filter(line -> line.tag() == theirs.tag() && line.suite() == theirs.suite())
                .findFirst()
                .orElseThrow(() -> new SdpException("the answer chooses a key that we did not offer"));
        return Optional.of(new Encryption.Keys(ours.suite(), ours.keyAndSalt(), theirs.keyAndSalt()));
    }

    /** Our key stays while theirs does: an end with a new key counts its packets anew, and ours with them. */
    @Override
    public Reply answer(MediaDescription offer) {
        Optional<Crypto> theirs = secrecy == Secrecy.NEVER
                ? Optional.empty()
                : Crypto.of(offer).stream().findFirst();
        return theirs.map(this::answer).orElse(new Reply(Lines.NONE, Optional.empty()));
    }

    private Reply answer(Crypto theirs) {
        String key = agreed.filter(now -> now.suite() == theirs.suite())
                .filter(now -> now.theirs().equals(theirs.keyAndSalt()))
                .map(Encryption.Keys::ours)
                .orElseGet(() -> newKey(theirs.suite()));
        return new Reply(
                new Lines(List.of(), List.of(new Crypto(theirs.tag(), theirs.suite(), key).line())),
                Optional.of(new Encryption.Keys(theirs.suite(), key, theirs.keyAndSalt())));
    }

    @Override
    public void agree(Optional<Encryption> encryption) {
        agreed = encryption.filter(Encryption.Keys.class::isInstance).map(Encryption.Keys.class::cast);
    }

    private String newKey(CryptoSuite suite) {
        byte[] key = new byte[suite.keyAndSaltBytes()];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
