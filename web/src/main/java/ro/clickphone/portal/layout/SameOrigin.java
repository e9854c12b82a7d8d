package ro.clickphone.portal.layout;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** A page of somebody else's opens no WebSocket here with the cookie of whoever looks at it (RFC 6455, 10.2). See web.xml. */
public class SameOrigin implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (isForeign(
                http.getHeader("Upgrade"),
                Optional.ofNullable(http.getHeader("Origin")),
                String.valueOf(http.getHeader("Host")))) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Programs send no origin, and carry no cookie that they did not get themselves. */
    static boolean isForeign(String upgrade, Optional<String> origin, String host) {
        return "websocket".equalsIgnoreCase(upgrade)
                && origin.filter(one -> !host.equalsIgnoreCase(place(one))).isPresent();
    }

    private static String place(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
