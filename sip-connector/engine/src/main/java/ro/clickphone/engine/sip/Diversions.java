package ro.clickphone.engine.sip;

import ro.clickphone.engine.call.Outside.Invitation;

/** Who forwarded a call: Diversion (RFC 5806) for older carriers, History-Info (RFC 7044) for newer ones. */
final class Diversions {
    private Diversions() {}

    /** @param target where the call goes now */
    static Headers of(Invitation invitation, String host, String target) {
        if (invitation.divertedFrom().isEmpty()) {
            return Headers.NONE;
        }
        String uri = "sip:" + Identities.escaped(invitation.divertedFrom().get()) + '@' + host;
        return Headers.of("Diversion", '<' + uri + ">;reason=unconditional;counter=1")
                .with("History-Info", '<' + uri + ">;index=1, <" + target + ">;index=1.1;mp=1");
    }
}
