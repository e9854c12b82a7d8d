package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One leg's part in the agreement with a telephone: keys in offers and answers, or a handshake on the way of the audio,
 * as a browser has it, but without checks of the way before it (RFC 5763, RFC 5764).
 */
final class SdesOrDtls implements Keying {
    private static final Set<String> BY_HANDSHAKE = Set.of("UDP/TLS/RTP/SAVP", "UDP/TLS/RTP/SAVPF");

    private final Sdes sdes;
    private final String ourFingerprint;
    private Optional<Encryption> agreed = Optional.empty();
    private boolean isAgreed;

    SdesOrDtls(Secrecy ofKeys, String ourFingerprint) {
        this.sdes = new Sdes(ofKeys);
        this.ourFingerprint = ourFingerprint;
    }

    @Override
    public String protocol() {
        return sdes.protocol();
    }

    @Override
    public boolean canEncrypt(MediaDescription audio) {
        return isByHandshake(audio) || sdes.canEncrypt(audio);
    }

    @Override
    public boolean mayBeClear(MediaDescription audio) {
        return sdes.mayBeClear(audio);
    }

    /** The first one has all that a phone may choose from (RFC 8643); a later one what was chosen. */
    @Override
    public Lines offer() {
        if (agreed.filter(Encryption.Handshake.class::isInstance).isPresent()) {
            return lines(List.of(), "actpass");
        }
        return isAgreed ? sdes.offer() : lines(sdes.offer().ofAudio(), "actpass");
    }

    @Override
    public Optional<Encryption> accept(MediaDescription answer) throws SdpException {
        return isByHandshake(answer) ? handshake(answer) : sdes.accept(answer);
    }

    @Override
    public Reply answer(MediaDescription offer) {
        return isByHandshake(offer) ? new Reply(lines(List.of(), "passive"), handshake(offer)) : sdes.answer(offer);
    }

    @Override
    public void agree(Optional<Encryption> encryption) {
        agreed = encryption;
        isAgreed = true;
        sdes.agree(encryption);
    }

    /** Keys that are there as well are taken before a fingerprint, unless the line says otherwise. */
    private boolean isByHandshake(MediaDescription audio) {
        return Fingerprint.beginsHandshake(audio)
                && (BY_HANDSHAKE.contains(audio.protocol())
                        || (Sdes.PROTOCOLS.contains(audio.protocol()) && !sdes.canEncrypt(audio)));
    }

    private static Optional<Encryption> handshake(MediaDescription audio) {
        return Fingerprint.of(audio).map(Encryption.PhoneHandshake::new);
    }

    private Lines lines(List<String> keys, String setup) {
        List<String> all = new ArrayList<>(keys);
        all.add(Fingerprint.line(ourFingerprint));
        all.add("a=setup:" + setup);
        return new Lines(List.of(), all);
    }
}
