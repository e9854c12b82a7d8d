package ro.clickphone.portal.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.Set;

/** Light or dark, written into the page by the server so that it never flashes; the cookie is set in the browser. */
@Named
@RequestScoped
public class Appearance {
    private static final Set<String> CHOICES = Set.of("light", "dark");

    /** {@code light}, {@code dark}, or {@code auto}: as the system has it. */
    public String getChoice() {
        Object cookie = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestCookieMap()
                .get("appearance");
        return cookie instanceof Cookie chosen && CHOICES.contains(chosen.getValue()) ? chosen.getValue() : "auto";
    }
}
