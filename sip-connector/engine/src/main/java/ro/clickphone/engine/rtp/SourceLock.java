package ro.clickphone.engine.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * From whom a leg takes audio, and where it sends its own (symmetric RTP, RFC 4961): the address that its signalling
 * named or, for a phone behind a NAT, the first one that sends a believable stream. Then it is locked, and everybody
 * else is a stranger (AST-2017-005: "RTP bleed"). A new offer or answer opens it for the far end's new address. On one
 * loop's thread.
 */
public final class SourceLock {
    /** Packets in a row that make a stream believable. */
    private static final int ENOUGH = 4;
    /** So long the named address may still take over from one that was only believed. */
    private static final long CORRECTION_NANOS = 10_000_000_000L;

    private Optional<InetSocketAddress> named = Optional.empty();
    private Optional<InetAddress> signalling = Optional.empty();
    private Optional<InetSocketAddress> locked = Optional.empty();
    private boolean learning = true;
    private long lockedAt;
    private Candidate candidate = Candidate.NONE;

    private record Candidate(Optional<InetSocketAddress> from, int ssrc, int sequence, int inRow) {
        static final Candidate NONE = new Candidate(Optional.empty(), 0, 0, 0);

        Candidate next(InetSocketAddress source, int itsSsrc, int itsSequence) {
            boolean same = from.isPresent() && from.get().equals(source) && ssrc == itsSsrc;
            boolean inOrder = same && itsSequence == ((sequence + 1) & 0xFFFF);
            return new Candidate(same ? from : Optional.of(source), itsSsrc, itsSequence, inOrder ? inRow + 1 : 1);
        }
    }

    /** What an offer or answer named. A lock that the same address was named for stays until its stream is replaced. */
    public void expect(Optional<InetSocketAddress> address) {
        if (address.isPresent() && !address.equals(named)) {
            locked = Optional.empty();
        }
        if (address.isPresent()) {
            named = address;
        }
        learning = true;
        candidate = Candidate.NONE;
    }

    /** Where the leg's signalling comes from: a phone behind a NAT sends its audio from there too. */
    public void signalledFrom(InetAddress address) {
        signalling = Optional.of(address);
    }

    /** The address has proved itself by other means: an authenticated ICE check. */
    public void prove(InetSocketAddress address) {
        locked = Optional.of(address);
        learning = false;
    }

    /** Where to send; empty when nobody knows yet. */
    public Optional<InetSocketAddress> target() {
        return locked.isPresent() ? locked : named;
    }

    /** Whether a packet is the far end's. */
    public boolean accepts(InetSocketAddress from, int ssrc, int sequence, long nanos) {
        if (locked.isPresent() && locked.get().equals(from)) {
            learning = false;
            return true;
        }
        if (!learning && !mayCorrect(nanos)) {
            return false;
        }
        if (named.isPresent() && named.get().equals(from)) {
            lock(from, nanos);
            return true;
        }
        if (!learning || !isBelievable(from.getAddress())) {
            return false;
        }
        candidate = candidate.next(from, ssrc, sequence);
        if (candidate.inRow() < ENOUGH) {
            return false;
        }
        lock(from, nanos);
        return true;
    }

    /** Whether reports from there may be the far end's: they come from another port of the same machine. */
    public boolean acceptsReports(InetSocketAddress from) {
        return target().filter(to -> to.getAddress().equals(from.getAddress())).isPresent();
    }

    /** Whether the far end may be at that address, before anything is known of what comes from there. */
    public boolean believes(InetAddress address) {
        return isBelievable(address)
                || locked.map(InetSocketAddress::getAddress)
                        .filter(address::equals)
                        .isPresent();
    }

    private boolean mayCorrect(long nanos) {
        return locked.isPresent() && !locked.equals(named) && nanos - lockedAt < CORRECTION_NANOS;
    }

    private void lock(InetSocketAddress from, long nanos) {
        locked = Optional.of(from);
        lockedAt = nanos;
        learning = false;
        candidate = Candidate.NONE;
    }

    private boolean isBelievable(InetAddress from) {
        if (signalling.isPresent() && signalling.get().equals(from)) {
            return true;
        }
        if (named.isEmpty()) {
            return false;
        }
        InetAddress expected = named.get().getAddress();
        return expected.equals(from) || (signalling.isEmpty() && isBehindNat(expected) && !isBehindNat(from));
    }

    /** Addresses that the far end has at home only (RFC 1918, RFC 6598, RFC 4193, RFC 3927). */
    private static boolean isBehindNat(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean unique = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return shared || unique || address.isSiteLocalAddress() || address.isLinkLocalAddress();
    }
}
