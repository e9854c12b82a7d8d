package ro.clickphone.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import ro.clickphone.pbx.account.Sessions;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.ThisSession;

/** Leaving: the session ends on the server, not only in the browser. */
@Named
@RequestScoped
public class SignOut {
    @Inject
    private Me me;

    @Inject
    private Sessions sessions;

    @Inject
    private ThisSession thisSession;

    public String now() throws ServletException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        me.user().ifPresent(who -> sessions.end(who, sessions.idOf(thisSession.name())));
        request.logout();
        external.invalidateSession();
        return "/signin/signIn?faces-redirect=true";
    }
}
