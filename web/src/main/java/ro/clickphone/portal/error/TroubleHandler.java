package ro.clickphone.portal.error;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.primefaces.csp.CspException;
import ro.clickphone.pbx.kernel.Refusal;

/** Leads away from a page that failed, in plain and in Ajax requests alike. */
class TroubleHandler extends ExceptionHandlerWrapper {
    TroubleHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext() && !faces.getResponseComplete()) {
            Throwable cause = rootOf(events.next().getContext().getException());
            events.remove();
            leadAway(faces, cause);
        }
        getWrapped().handle();
    }

    private static void leadAway(FacesContext faces, Throwable cause) {
        ExternalContext external = faces.getExternalContext();
        if (cause instanceof Refusal refusal
                && refusal.code().startsWith("access.")
                && !external.isResponseCommitted()) {
            turnAway(faces);
            return;
        }
        // a form without the page's nonce was not sent by a page of ours that still stands: no trouble of the server's
        String page = cause instanceof ViewExpiredException || cause instanceof CspException
                ? "/signin/signIn.xhtml?why=expired"
                : "/error/trouble.xhtml?reference=" + Trouble.log(external.getRequestServletPath(), cause);
        if (external.isResponseCommitted()) {
            // half a page is out already; the reference stands in the log
            faces.responseComplete();
            return;
        }
        try {
            external.redirect(external.getRequestContextPath() + page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page asks a service that is not for this person; the log tells it from what the container refuses (ASVS 16.3). */
    private static void turnAway(FacesContext faces) {
        var unused =
                Trouble.refused(faces.getExternalContext().getRequestServletPath(), HttpServletResponse.SC_FORBIDDEN);
        try {
            faces.getExternalContext().responseReset();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "");
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof FacesException || cause instanceof jakarta.el.ELException)
                && cause.getCause() != null
                && !(cause instanceof ViewExpiredException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
