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
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be posted to a page: the container writes the parts of a form to the disk before anybody asks for them, so their
 * sum is bounded before, under each name of a page, with its ending or without. Strangers' pages have small forms only; the largest file of the others is a price list.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FormBounds implements Filter {
    static final long OF_STRANGERS = 256 * 1024;
    static final long OF_USERS = 34L * 1024 * 1024;

    private static final String PAGES = "faces";
    private static final Pattern CHARSET = Pattern.compile("charset=\\s*\"?([^;\"\\s]*)");

    @Inject
    private PortalAddress portal;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        SecurityHeaders.write(http, answer, portal); // what is refused here comes by no other filter
        boolean isPage = PAGES.equals(http.getHttpServletMapping().getServletName());
        boolean isRefused =
                isPage ? refused(http, answer, http.getRemoteUser() != null) : refused(answer, unreadable(type(http)));
        if (!isRefused) {
            chain.doFilter(request, response);
        }
    }

    /** No page of ours answers: making one would read the form first; and the rest of the body is not waited for. */
    static boolean refused(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        return refused(response, refusal(request.getMethod(), type(request), request.getContentLengthLong(), signedIn));
    }

    private static boolean refused(HttpServletResponse response, int refusal) throws IOException {
        if (refusal == 0) {
            return false;
        }
        response.setStatus(refusal);
        response.setHeader("Connection", "close");
        response.setContentLength(0);
        response.flushBuffer();
        return true;
    }

    /** The status, zero for none. @param length negative when the request does not tell it */
    static int refusal(String method, String type, long length, boolean signedIn) {
        int unreadable = unreadable(type);
        if (unreadable != 0 || method.equals("GET") || method.equals("HEAD")) {
            return unreadable;
        }
        if (length < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        return length > (signedIn ? OF_USERS : OF_STRANGERS) ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : 0;
    }

    /** What the container, and its pages of errors with it, would fail on: parts that nobody can tell, no such letters. */
    private static int unreadable(String type) {
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/") && !kind.contains("boundary=")) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        Matcher charset = CHARSET.matcher(kind);
        return charset.find() && !isKnown(charset.group(1)) ? HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE : 0;
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static String type(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "");
    }
}
