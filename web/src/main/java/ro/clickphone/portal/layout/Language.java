package ro.clickphone.portal.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;

/**
 * Romanian first, English second. A signed-in user's own language rules; before that the browser's cookie. The browser's
 * list of languages is not asked: Romanian offices run English browsers.
 */
@Named
@RequestScoped
public class Language {
    private static final String COOKIE = "language";
    private static final String FIRST = "ro";
    private static final String SECOND = "en";
    private static final int A_YEAR = 31_536_000;

    @Inject
    private Me me;

    @Inject
    private Users users;

    @Inject
    private PortalAddress portal;

    private String tag;

    public String getTag() {
        if (tag == null) {
            tag = me.user().map(SignedIn::language).orElseGet(Language::ofCookie);
        }
        return tag;
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(getTag());
    }

    /** The one to switch to. */
    public String getOther() {
        return getTag().equals(FIRST) ? SECOND : FIRST;
    }

    /** All texts of the portal in this language. */
    public ResourceBundle texts() {
        return ResourceBundle.getBundle("ro.clickphone.portal.messages", getLocale());
    }

    /** Remembers the choice and shows the same page again. */
    public String choose(String wanted) {
        String chosen = SECOND.equals(wanted) ? SECOND : FIRST;
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, Object> attributes = Map.of(
                "path", "/", "maxAge", A_YEAR, "httpOnly", true, "secure", portal.isEncrypted(), "SameSite", "Lax");
        faces.getExternalContext().addResponseCookie(COOKIE, chosen, attributes);
        me.user().ifPresent(user -> users.changeLanguage(user, chosen));
        return faces.getViewRoot().getViewId() + "?faces-redirect=true&includeViewParams=true";
    }

    private static String ofCookie() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        return external.getRequestCookieMap().get(COOKIE) instanceof Cookie cookie && SECOND.equals(cookie.getValue())
                ? SECOND
                : FIRST;
    }
}
