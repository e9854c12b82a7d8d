package ro.clickphone.portal.layout;

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
 * What may be posted to a page: the container writes the parts of a form to the disk before anybody asks for them, so their
 * sum is bounded before. Strangers' pages have small forms only; the largest file of the others is a price list.
 */
@WebFilter(urlPatterns = "*.xhtml", asyncSupported = true)
public class FormBounds implements Filter {
    static final long OF_STRANGERS = 256 * 1024;
    static final long OF_USERS = 34L * 1024 * 1024;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!refused(http, (HttpServletResponse) response, http.getRemoteUser() != null)) {
            chain.doFilter(request, response);
        }
    }

    /** No page of ours answers: making one would read the form first; and the rest of the body is not waited for. */
    static boolean refused(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        int refusal = refusal(request.getMethod(), request.getContentLengthLong(), signedIn);
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
    static int refusal(String method, long length, boolean signedIn) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return 0;
        }
        if (length < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        return length > (signedIn ? OF_USERS : OF_STRANGERS) ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : 0;
    }
}
