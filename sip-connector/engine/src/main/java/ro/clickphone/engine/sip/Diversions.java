package ro.clickphone.engine.sip;

import ro.clickphone.engine.api.Diversion;

/** Who forwarded a call: Diversion (RFC 5806) for older carriers, History-Info (RFC 7044) for newer ones. */
final class Diversions {
    private Diversions() {}

    /**
     * @param by as the one who is called can read it
     * @param target where the call goes now
     */
    static Headers of(Diversion diversion, String by, String host, String target) {
        String uri = "sip:" + Identities.escaped(by) + '@' + host;
        return Headers.of("Diversion", '<' + uri + ">;reason=" + diversion.why().token() + ";counter=1")
                .with("History-Info", '<' + uri + ">;index=1, <" + target + ">;index=1.1;mp=1");
    }
}
