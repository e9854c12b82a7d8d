package ro.clickphone.portal.layout;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/**
 * Pages and reports take what calls leave of the processor: on one core four reports without a pause left the audio of 300
 * calls a fifth of it, and two packets of three were lost. The container's threads that serve pages serve nothing else,
 * so each keeps the priority that its first request gave it; what the number means to the system is said by the server's
 * options (settings.md).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallsFirst implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Thread thread = Thread.currentThread();
        if (thread.getPriority() != Thread.MIN_PRIORITY) {
            thread.setPriority(Thread.MIN_PRIORITY);
        }
        chain.doFilter(request, response);
    }
}
