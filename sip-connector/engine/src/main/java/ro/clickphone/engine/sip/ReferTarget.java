package ro.clickphone.engine.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.ReferTo;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.ListIterator;
import java.util.Optional;
import javax.sip.address.URI;

/** What a REFER refers to (RFC 3515): a number to be called, or a dialog of ours to be joined with (RFC 3891). */
sealed interface ReferTarget {
    record Number(String user) implements ReferTarget {}

    record DialogOfOurs(Replaces name) implements ReferTarget {}

    /** @param status to refuse it with */
    record Unusable(int status) implements ReferTarget {}

    static ReferTarget of(SIPRequest request) {
        ListIterator<SIPHeader> headers = request.getHeaders("Refer-To");
        if (!headers.hasNext() || !(headers.next() instanceof ReferTo target) || headers.hasNext()) {
            return new Unusable(400);
        }
        if (target.getAddress() == null || target.getAddress().getURI() == null) {
            return new Unusable(400);
        }
        return of(target.getAddress().getURI());
    }

    private static ReferTarget of(URI uri) {
        if (uri instanceof SipUri sip) {
            String method = sip.getParameter("method");
            if (method != null && !method.equalsIgnoreCase("INVITE")) {
                return new Unusable(403);
            }
            Optional<String> replaces = header(sip, "Replaces");
            if (replaces.isPresent()) {
                return Replaces.parse(Users.unescaped(replaces.get()))
                        .<ReferTarget>map(DialogOfOurs::new)
                        .orElse(new Unusable(400));
            }
        } else if (!"tel".equalsIgnoreCase(uri.getScheme())) {
            return new Unusable(416);
        }
        String user = Users.of(uri);
        return user.isEmpty() || user.length() > Users.LONGEST ? new Unusable(404) : new Number(user);
    }

    private static Optional<String> header(SipUri uri, String name) {
        var names = uri.getHeaderNames();
        while (names.hasNext()) {
            String found = names.next();
            if (name.equalsIgnoreCase(found)) {
                return Optional.ofNullable(uri.getHeader(found));
            }
        }
        return Optional.empty();
    }
}
