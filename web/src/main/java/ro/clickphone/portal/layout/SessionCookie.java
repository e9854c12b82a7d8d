package ro.clickphone.portal.layout;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/**
 * Where the portal is reached by TLS, the session's cookie goes by TLS only, and its name keeps neighbours under the same
 * domain from planting one of theirs (RFC 6265bis, 4.1.3.2).
 */
@WebListener
public class SessionCookie implements ServletContextListener {
    static final String NAME = "__Host-session";

    @Inject
    private PortalAddress portal;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (portal.isEncrypted()) {
            SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
            cookie.setName(NAME);
            cookie.setSecure(true);
            cookie.setPath("/");
        }
    }
}
