package ro.clickphone.portal.layout;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every answer tells the browser not to do (OWASP Secure Headers Project). The Content-Security-Policy of pages is
 * written by PrimeFaces, which knows the nonce of the page; web.xml holds its text. What the container refuses itself comes
 * by here as an error.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders implements Filter {
    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    @Inject
    private PortalAddress portal;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        write(http, (HttpServletResponse) response, portal);
        chain.doFilter(request, response);
    }

    static void write(HttpServletRequest http, HttpServletResponse answer, PortalAddress portal) {
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self), payment=(), usb=()");
        if (http.isSecure() || portal.isEncrypted()) {
            answer.setHeader("Strict-Transport-Security", A_YEAR);
        }
        if (!http.getServletPath().startsWith("/jakarta.faces.resource")) {
            // what a customer saw stays in no cache of a shared computer
            answer.setHeader("Cache-Control", "no-store");
        }
    }
}
