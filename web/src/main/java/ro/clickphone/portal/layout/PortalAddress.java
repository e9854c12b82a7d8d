package ro.clickphone.portal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach the portal, as the operator says. */
@ApplicationScoped
public class PortalAddress {
    @Inject
    @ConfigProperty(name = "PBX_PORTAL_URL", defaultValue = "http://127.0.0.1:8080")
    private String address;

    /** Then nothing of it may go in clear: cookies, and what browsers remember. */
    public boolean isEncrypted() {
        return address.startsWith("https://");
    }
}
