package ro.clickphone.engine.sdp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One leg's part in the agreement with a browser (RFC 8827): it shows the fingerprint of its certificate and comes to us,
 * both for the connectivity checks, in which we are the lite end, and for the handshake, in which we are the server.
 */
final class Dtls implements Keying {
    private static final String PROTOCOL = "UDP/TLS/RTP/SAVPF";
    private static final Set<String> PROTOCOLS = Set.of(PROTOCOL, "UDP/TLS/RTP/SAVP");
    private static final int LONGEST_MID = 32;

    private final BrowserTerms ours;
    private IceSecrets secrets;
    /** The browser's own name and password, by which it is seen that it begins anew. */
    private Optional<IceSecrets> theirs = Optional.empty();

    private String mid = "0";

    Dtls(BrowserTerms ours, IceSecrets first) {
        this.ours = ours;
        this.secrets = first;
    }

    @Override
    public String protocol() {
        return PROTOCOL;
    }

    @Override
    public boolean canEncrypt(MediaDescription audio) {
        return PROTOCOLS.contains(audio.protocol())
                && Fingerprint.beginsHandshake(audio)
                && audio.has("ice-ufrag")
                && audio.has("ice-pwd")
                && audio.has("rtcp-mux");
    }

    @Override
    public boolean mayBeClear(MediaDescription audio) {
        return false;
    }

    @Override
    public Lines offer() {
        return lines("actpass");
    }

    @Override
    public Optional<Encryption> accept(MediaDescription answer) throws SdpException {
        if (!canEncrypt(answer)) {
            throw new SdpException("an answer that is not a browser's");
        }
        theirs = secretsOf(answer);
        return handshake(answer);
    }

    @Override
    public Reply answer(MediaDescription offer) {
        mid = offer.attribute("mid")
                .filter(name -> name.length() <= LONGEST_MID && name.matches("[A-Za-z0-9_.-]+"))
                .orElse("0");
        Optional<IceSecrets> now = secretsOf(offer);
        if (theirs.isPresent() && !theirs.equals(now)) {
            // it looks for the way anew, and wants to see that we know (RFC 8445 9, RFC 8839 4.4.1.1.1)
            secrets = ours.secrets().get();
        }
        theirs = now;
        return new Reply(lines("passive"), handshake(offer));
    }

    @Override
    public void agree(Optional<Encryption> encryption) {
        // a handshake remembers for itself
    }

    private Optional<Encryption> handshake(MediaDescription audio) {
        return Fingerprint.of(audio)
                .map(theirCertificate -> new Encryption.BrowserHandshake(theirCertificate, secrets));
    }

    private static Optional<IceSecrets> secretsOf(MediaDescription audio) {
        return audio.attribute("ice-ufrag")
                .flatMap(name -> audio.attribute("ice-pwd").map(password -> new IceSecrets(name, password)));
    }

    private Lines lines(String setup) {
        return new Lines(
                List.of("a=ice-lite", "a=group:BUNDLE " + mid),
                List.of(
                        "a=mid:" + mid,
                        "a=ice-ufrag:" + secrets.name(),
                        "a=ice-pwd:" + secrets.password(),
                        Fingerprint.line(ours.fingerprint()),
                        "a=setup:" + setup,
                        "a=candidate:1 1 udp 2130706431 " + ours.address() + " " + ours.port() + " typ host",
                        "a=end-of-candidates"));
    }
}
