package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.AuthenticationHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.sip.DigestMath.Algorithm;
import ro.clickphone.engine.sip.Nonces.Age;

/**
 * Digest authentication with MD5 and SHA-256 (RFC 7616, RFC 8760). An unknown user costs the same work and gets the same
 * answer as a known one with a wrong password.
 */
final class DigestAuthenticator {
    private static final String NOBODY_MD5 = "0".repeat(32);
    private static final String NOBODY_SHA256 = "0".repeat(64);

    /** Baresip before 2.0: its library answers an unknown algorithm by giving up, against RFC 7616 3.7. */
    private static final Pattern KNOWS_MD5_ONLY = Pattern.compile("^baresip v?[01]\\.", Pattern.CASE_INSENSITIVE);

    private final String realm;
    private final Nonces nonces;
    private final OurNames names;

    DigestAuthenticator(String realm, Nonces nonces, OurNames names) {
        this.realm = realm;
        this.nonces = nonces;
        this.names = names;
    }

    /** Whom a request claims to be from, when it brings an answer to a challenge of our realm. */
    record Claim(
            SipIdentity who,
            Algorithm algorithm,
            String method,
            String uri,
            String nonce,
            String nc,
            String cnonce,
            String response) {}

    enum Verdict {
        RIGHT,
        WRONG,
        /** Right, but with a nonce that is too old, or a count that was used before. */
        STALE
    }

    /** @param header {@code Authorization} at a registrar, {@code Proxy-Authorization} elsewhere */
    Optional<Claim> claimOf(SIPRequest request, String header) {
        ListIterator<?> all = request.getHeaders(header);
        Optional<Claim> best = Optional.empty();
        while (all.hasNext()) {
            if (all.next() instanceof AuthenticationHeader found) {
                Optional<Claim> claim = read(request, found);
                if (claim.isPresent() && (best.isEmpty() || claim.get().algorithm() == Algorithm.SHA256)) {
                    best = claim;
                }
            }
        }
        return best;
    }

    private Optional<Claim> read(SIPRequest request, AuthenticationHeader header) {
        String user = header.getParameter("username");
        String uri = header.getParameter("uri");
        String nonce = header.getParameter("nonce");
        String nc = header.getParameter("nc");
        String cnonce = header.getParameter("cnonce");
        String response = header.getParameter("response");
        String qop = header.getParameter("qop");
        boolean whole =
                user != null && uri != null && nonce != null && nc != null && cnonce != null && response != null;
        if (!"Digest".equalsIgnoreCase(header.getScheme())
                || !whole
                || !realm.equals(header.getParameter("realm"))
                || !"auth".equalsIgnoreCase(qop)
                || user.isBlank()) {
            return Optional.empty();
        }
        return algorithmOf(header.getParameter("algorithm"))
                .map(algorithm -> new Claim(
                        identityOf(user),
                        algorithm,
                        request.getMethod(),
                        uri,
                        nonce,
                        nc,
                        cnonce,
                        response.toLowerCase(Locale.ROOT)))
                .filter(claim -> isForThis(claim.uri(), request));
    }

    private SipIdentity identityOf(String username) {
        int at = username.lastIndexOf('@');
        return at > 0 && at < username.length() - 1
                ? names.identity(username.substring(0, at), username.substring(at + 1))
                : names.identity(username, names.domain());
    }

    private static Optional<Algorithm> algorithmOf(String token) {
        if (token == null || token.equalsIgnoreCase("MD5")) {
            return Optional.of(Algorithm.MD5);
        }
        return token.equalsIgnoreCase("SHA-256") ? Optional.of(Algorithm.SHA256) : Optional.empty();
    }

    /**
     * The digest covers this request and no other: same user and host. Phones differ in parameters and ports, and some
     * sign the host alone; the nonce's count keeps such an answer from being used twice.
     */
    private static boolean isForThis(String uri, SIPRequest request) {
        if (!(request.getRequestURI() instanceof SipUri asked)) {
            return uri.equals(request.getRequestURI().toString());
        }
        String plain = withoutScheme(uri);
        int at = beforeAny("?", plain).lastIndexOf('@');
        String user = at < 0 ? "" : beforeAny(":", plain.substring(0, at));
        String host = withoutPort(beforeAny(";?", plain.substring(at + 1)));
        String askedUser = asked.getUser() == null ? "" : asked.getUser();
        return host.equalsIgnoreCase(asked.getHost())
                && (user.isEmpty() || Users.unescaped(user).equals(Users.unescaped(askedUser)));
    }

    private static String withoutScheme(String uri) {
        int colon = uri.indexOf(':');
        boolean sip = colon == 3 && uri.regionMatches(true, 0, "sip", 0, 3)
                || colon == 4 && uri.regionMatches(true, 0, "sips", 0, 4);
        return sip ? uri.substring(colon + 1) : uri;
    }

    private static String beforeAny(String marks, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** What follows the last colon, unless that is one of two of an IPv6 address. */
    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > 0
                && colon < host.length() - 1
                && host.charAt(colon - 1) != ':'
                && host.chars().skip(colon + 1).allMatch(digit -> digit >= '0' && digit <= '9');
        return port ? host.substring(0, colon) : host;
    }

    /** @param credential empty when there is no such user: the same is computed with a hash that nobody has */
    Verdict judge(Claim claim, Optional<DigestCredential> credential) {
        boolean md5 = claim.algorithm() == Algorithm.MD5;
        String ha1 = credential
                .map(known -> md5 ? known.ha1Md5() : known.ha1Sha256())
                .orElse(md5 ? NOBODY_MD5 : NOBODY_SHA256);
        String expected = DigestMath.response(
                claim.algorithm(), ha1, claim.method(), claim.uri(), claim.nonce(), claim.nc(), claim.cnonce());
        boolean same = DigestMath.same(expected, claim.response());
        Age age = nonces.age(claim.nonce());
        if (!same || credential.isEmpty() || age == Age.FOREIGN) {
            return Verdict.WRONG;
        }
        return age == Age.FRESH && nonces.use(claim.nonce(), count(claim.nc())) ? Verdict.RIGHT : Verdict.STALE;
    }

    private static long count(String nc) {
        try {
            return nc.length() <= 8 ? Long.parseLong(nc, 16) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Both algorithms (RFC 8760 2.4), MD5 first: many phones take the first challenge, whatever it is, and fail at
     * SHA-256; those that know both look further. Some give up where they see any algorithm that they do not know.
     *
     * @param name of the challenge's header
     */
    Headers challenge(SIPRequest request, String name, boolean stale) {
        String nonce = nonces.next();
        Headers md5 = Headers.of(name, words(nonce, Algorithm.MD5, stale));
        return KNOWS_MD5_ONLY.matcher(UasLeg.userAgentOf(request)).find()
                ? md5
                : md5.with(name, words(nonce, Algorithm.SHA256, stale));
    }

    private String words(String nonce, Algorithm algorithm, boolean stale) {
        return "Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm=" + algorithm.token()
                + ", qop=\"auth\"" + (stale ? ", stale=true" : "");
    }
}
