package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.AuthenticationHeader;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.ListIterator;
import java.util.Optional;
import ro.clickphone.engine.api.TrunkConfig.Login;
import ro.clickphone.engine.sip.DigestMath.Algorithm;

/** Answers a carrier's digest challenge with the trunk's own login; nothing of ours is ever told to anybody else. */
final class TrunkLogin {
    private TrunkLogin() {}

    /** @return the header to send the same request again with; empty when the challenge asks for what we cannot do */
    static Optional<Headers> answer(Login login, SIPResponse challenge, String method, String uri) {
        boolean proxy = challenge.getStatusCode() == 407;
        ListIterator<SIPHeader> headers = challenge.getHeaders(proxy ? "Proxy-Authenticate" : "WWW-Authenticate");
        Optional<Headers> best = Optional.empty();
        while (headers.hasNext()) {
            if (headers.next() instanceof AuthenticationHeader header) {
                Algorithm algorithm = algorithmOf(header);
                if (algorithm == Algorithm.SHA256 || best.isEmpty() && algorithm != null) {
                    String name = proxy ? "Proxy-Authorization" : "Authorization";
                    best = Optional.of(Headers.of(name, words(login, header, algorithm, method, uri)));
                }
            }
        }
        return best;
    }

    private static Algorithm algorithmOf(AuthenticationHeader header) {
        String token = header.getParameter("algorithm");
        if (!"Digest".equalsIgnoreCase(header.getScheme()) || header.getParameter("nonce") == null) {
            return null;
        }
        if (token == null || token.equalsIgnoreCase("MD5")) {
            return Algorithm.MD5;
        }
        return token.equalsIgnoreCase("SHA-256") ? Algorithm.SHA256 : null;
    }

    private static String words(
            Login login, AuthenticationHeader asked, Algorithm algorithm, String method, String uri) {
        String realm = String.valueOf(asked.getParameter("realm"));
        String nonce = asked.getParameter("nonce");
        String ha1 = DigestMath.hash(algorithm, login.user() + ':' + realm + ':' + login.password());
        StringBuilder words = new StringBuilder("Digest username=\"").append(login.user());
        words.append("\", realm=\"").append(realm).append("\", nonce=\"").append(nonce);
        words.append("\", uri=\"").append(uri).append("\", algorithm=").append(algorithm.token());
        String opaque = asked.getParameter("opaque");
        if (opaque != null) {
            words.append(", opaque=\"").append(opaque).append('"');
        }
        String qop = asked.getParameter("qop");
        if (qop == null) {
            String response = DigestMath.oldResponse(algorithm, ha1, method, uri, nonce);
            return words.append(", response=\"").append(response).append('"').toString();
        }
        String cnonce = Tokens.random(16);
        String response = DigestMath.response(algorithm, ha1, method, uri, nonce, "00000001", cnonce);
        words.append(", qop=auth, nc=00000001, cnonce=\"").append(cnonce);
        return words.append("\", response=\"").append(response).append('"').toString();
    }
}
