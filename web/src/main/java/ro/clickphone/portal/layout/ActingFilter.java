package ro.clickphone.portal.layout;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.account.Sessions;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.fraud.SourceService;

/**
 * Says on whose behalf a request works, before anything else runs: a stranger until somebody has signed in. A customer's
 * page is no page for a back office that visits none.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ActingFilter implements Filter {
    private static final String EXPIRED = "/signin/signIn?why=expired";
    private static final String APP_WANTED = "/profile/security?why=required";
    private static final String OFFICE = "/office/office";
    private static final List<String> OPEN_WITHOUT_APP =
            List.of("/profile/security", "/signin/", "/error/", "/favicon.");
    private static final List<String> NO_CUSTOMERS_PAGES = List.of(
            "/office/",
            "/finance/",
            "/operator/",
            "/audit/",
            "/profile/",
            "/rates/",
            "/signin/",
            "/error/",
            "/jakarta.faces.",
            "/api/",
            "/openapi",
            "/health",
            "/favicon.");

    @Inject
    private Me me;

    @Inject
    private Sessions sessions;

    @Inject
    private SourceService sources;

    @Inject
    private BackOfficeDoor door;

    @Inject
    private ThisSession thisSession;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean resource = http.getServletPath().startsWith("/jakarta.faces.resource");
        try (Acting.Scope stranger = Acting.as(new Actor.Stranger(request.getRemoteAddr()))) {
            if (resource || http.getUserPrincipal() == null) {
                chain.doFilter(request, response);
                return;
            }
            if (isOver(http)) {
                http.logout();
                http.getSession().invalidate();
                ((HttpServletResponse) response).sendRedirect(http.getContextPath() + EXPIRED);
                return;
            }
            try (Acting.Scope person = Acting.as(me.user().get().actor(request.getRemoteAddr()))) {
                if (door.wantsSecondFactor(me.user().get())
                        && OPEN_WITHOUT_APP.stream().noneMatch(http.getServletPath()::startsWith)) {
                    ((HttpServletResponse) response).sendRedirect(http.getContextPath() + APP_WANTED);
                } else if (me.tenant().isEmpty() && isCustomersPage(http.getServletPath())) {
                    ((HttpServletResponse) response).sendRedirect(http.getContextPath() + OFFICE);
                } else {
                    chain.doFilter(request, response);
                }
            }
        }
    }

    /** Ended from elsewhere, too long idle, too old, from an address that is no longer allowed, or the person is gone. */
    private boolean isOver(HttpServletRequest http) {
        return me.user()
                .filter(who -> http.getServletPath().startsWith("/signin/")
                        || sessions.isOpen(who, thisSession.name()) && mayStay(who, http))
                .isEmpty();
    }

    private boolean mayStay(SignedIn who, HttpServletRequest http) {
        return who.account()
                .map(account -> sources.admits(account, http.getRemoteAddr()))
                .orElseGet(() -> door.admits(http.getRemoteAddr()));
    }

    private static boolean isCustomersPage(String path) {
        return NO_CUSTOMERS_PAGES.stream().noneMatch(path::startsWith);
    }
}
