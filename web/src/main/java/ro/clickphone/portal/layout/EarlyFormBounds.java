package ro.clickphone.portal.layout;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;

/**
 * The bounds of {@link FormBounds} for pages that want a sign-in: the container reads a form in order to remember it before
 * it asks who sends it, and no filter has run by then. For the same reason the headers of {@link SecurityHeaders} are written
 * here, on the container's own way to the sign-in page, which is told as a place on this host: the container would name the
 * host that the stranger wrote.
 */
@Interceptor
@LoginToContinue
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class EarlyFormBounds {
    @AroundInvoke
    Object bounded(InvocationContext call) throws Exception {
        HttpMessageContext context = Arrays.stream(call.getParameters())
                .filter(HttpMessageContext.class::isInstance)
                .map(HttpMessageContext.class::cast)
                .findFirst()
                .orElse(null);
        if (context == null || !context.isProtected()) {
            return call.proceed();
        }
        HttpServletRequest request = context.getRequest();
        // asked for here, for the container finds nothing to inject into an interceptor of its own beans
        SecurityHeaders.write(
                request,
                context.getResponse(),
                CDI.current().select(PortalAddress.class).get());
        context.setResponse(new OnThisHost(context.getResponse(), request));
        return FormBounds.refused(request, context.getResponse(), request.getUserPrincipal() != null)
                ? AuthenticationStatus.SEND_FAILURE
                : call.proceed();
    }

    private static final class OnThisHost extends HttpServletResponseWrapper {
        private final String host;

        OnThisHost(HttpServletResponse response, HttpServletRequest request) {
            super(response);
            String whole = request.getRequestURL().toString();
            host = whole.substring(0, whole.length() - request.getRequestURI().length());
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(location.startsWith(host + "/") ? location.substring(host.length()) : location);
        }
    }
}
