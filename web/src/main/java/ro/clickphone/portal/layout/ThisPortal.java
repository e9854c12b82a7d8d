package ro.clickphone.portal.layout;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;

/** Where whoever asks sees the portal. A stranger can say what he likes there: it is for that person's own eyes only. */
public final class ThisPortal {
    private ThisPortal() {}

    /** {@code http://192.168.1.10:8080} */
    public static String address() {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        return request.getRequestScheme() + "://" + request.getRequestServerName() + ":"
                + request.getRequestServerPort() + request.getRequestContextPath();
    }
}
