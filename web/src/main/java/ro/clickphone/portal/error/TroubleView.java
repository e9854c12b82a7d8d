package ro.clickphone.portal.error;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.Map;

/** The page for trouble: shown by the container with the exception, or reached with a reference logged before. */
@Named
@RequestScoped
public class TroubleView {
    private static final int LEAST_FAULT = 500;

    private String reference;

    public String getReference() {
        if (reference == null) {
            reference = find();
        }
        return reference;
    }

    /** Before the page is written: programs get words for programs (RFC 9457), also where the container refused them. */
    public void answerPrograms() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        Map<String, Object> request = external.getRequestMap();
        String where = String.valueOf(request.get(RequestDispatcher.ERROR_REQUEST_URI));
        if (where.startsWith(external.getRequestContextPath() + "/api/")
                && request.get(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                && status < LEAST_FAULT) {
            external.setResponseStatus(status);
            external.setResponseContentType("application/problem+json");
            external.getResponseOutputWriter()
                    .write("{\"type\":\"about:blank\",\"status\":" + status + ",\"code\":\"http." + status + "\"}");
            faces.responseComplete();
        }
    }

    private static String find() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        String known = external.getRequestParameterMap().get("reference");
        Map<String, Object> request = external.getRequestMap();
        if (request.get(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            // whoever opens the page by hand had no trouble: nothing for the log
            return Trouble.isReference(known) ? known : "–";
        }
        String where = String.valueOf(request.get(RequestDispatcher.ERROR_REQUEST_URI));
        Object what = request.get(RequestDispatcher.ERROR_EXCEPTION);
        if (what == null
                && request.get(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                && status < LEAST_FAULT) {
            return Trouble.refused(where, status);
        }
        return Trouble.log(where, what instanceof Throwable cause ? cause : null);
    }
}
