package ro.clickphone.portal.error;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/** The page for trouble: shown by the container with the exception, or reached with a reference logged before. */
@Named
@RequestScoped
public class TroubleView {
    private String reference;

    public String getReference() {
        if (reference == null) {
            reference = find();
        }
        return reference;
    }

    private static String find() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        String known = external.getRequestParameterMap().get("reference");
        Map<String, Object> request = external.getRequestMap();
        if (request.get(RequestDispatcher.ERROR_STATUS_CODE) == null && Trouble.isReference(known)) {
            return known;
        }
        Object where = request.get(RequestDispatcher.ERROR_REQUEST_URI);
        Object what = request.get(RequestDispatcher.ERROR_EXCEPTION);
        return Trouble.log(String.valueOf(where), what instanceof Throwable cause ? cause : null);
    }
}
