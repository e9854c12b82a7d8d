package ro.clickphone.pbx.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Where phones register: the exchange's settings {@code PBX_SIP_DOMAIN}, {@code PBX_SIP_REALM}, {@code PBX_SIP_PORT}; and STUN, {@code PBX_STUN_PORT}. */
@ApplicationScoped
public class SipDomain {
    @Inject
    @ConfigProperty(name = "PBX_SIP_DOMAIN", defaultValue = "pbx.clickphone.ro")
    private String domain;

    @Inject
    @ConfigProperty(name = "PBX_SIP_REALM", defaultValue = "pbx.clickphone.ro")
    private String realm;

    @Inject
    @ConfigProperty(name = "PBX_SIP_PORT", defaultValue = "26999")
    private int port;

    @Inject
    @ConfigProperty(name = "PBX_STUN_PORT", defaultValue = "0")
    private int stunPort;

    /** The AOR of an extension. */
    public SipIdentity identity(AccountId account, ExtensionNumber extension) {
        return new SipUser(account, extension).at(domain);
    }

    /** What the owner types into the phone; the password apart. */
    public SipSettings settings(Extension extension) {
        String user = new SipUser(extension.account(), extension.number()).toString();
        return new SipSettings(
                extension.name(), user, domain, realm, "UDP, TCP", port, stunPort > 0 ? domain + ":" + stunPort : "");
    }

    String realm() {
        return realm;
    }
}
