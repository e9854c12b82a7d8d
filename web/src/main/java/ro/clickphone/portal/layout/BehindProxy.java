package ro.clickphone.portal.layout;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.fraud.Networks;

/**
 * Whoever comes by one of our own proxies is the person the proxy names, not the proxy: throttles and lists of allowed
 * addresses see her. What anybody else writes into the same headers counts for nothing. First of all filters, see web.xml.
 */
public class BehindProxy implements Filter {
    @Inject
    @ConfigProperty(name = "PBX_PROXIES")
    private Optional<String> setting;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Networks proxies = Networks.of(setting.orElse(""));
        HttpServletRequest http = (HttpServletRequest) request;
        chain.doFilter(proxies.contains(http.getRemoteAddr()) ? new Forwarded(http, proxies) : http, response);
    }

    /** The last address in the list that is no proxy of ours: what stands before it, a stranger may have written. */
    static String person(List<String> forwardedFor, String proxy, Networks proxies) {
        List<String> all = List.of(String.join(",", forwardedFor).split(","));
        for (int i = all.size() - 1; i >= 0; i--) {
            String one = all.get(i).strip();
            if (!Networks.isAddress(one)) {
                return proxy;
            }
            if (!proxies.contains(one)) {
                return one;
            }
        }
        return proxy;
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private static final int HTTPS = 443;

        private final String person;
        private final boolean encrypted;

        Forwarded(HttpServletRequest request, Networks proxies) {
            super(request);
            person = person(Collections.list(request.getHeaders("X-Forwarded-For")), request.getRemoteAddr(), proxies);
            encrypted = "https"
                    .equals(String.valueOf(request.getHeader("X-Forwarded-Proto"))
                            .toLowerCase(Locale.ROOT));
        }

        @Override
        public String getRemoteAddr() {
            return person;
        }

        @Override
        public String getRemoteHost() {
            return person;
        }

        @Override
        public boolean isSecure() {
            return encrypted || super.isSecure();
        }

        @Override
        public String getScheme() {
            return encrypted ? "https" : super.getScheme();
        }

        @Override
        public int getServerPort() {
            boolean unnamed = !String.valueOf(getHeader("Host")).matches(".*:[0-9]+");
            return encrypted && unnamed ? HTTPS : super.getServerPort();
        }
    }
}
