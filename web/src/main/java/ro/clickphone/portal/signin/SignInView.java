package ro.clickphone.portal.signin;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.Password;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.portal.layout.Language;

/** The sign-in page. A wrong password, an unknown address and a locked user are told in the same words. */
@Named
@RequestScoped
public class SignInView {
    private static final Logger LOG = Logger.getLogger(SignInView.class.getName());
    private static final String START = "/start/start?faces-redirect=true";

    @Inject
    private SecurityContext security;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Language language;

    private String email;
    private String password;
    private String problem = "";

    public String signIn() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String address = request.getRemoteAddr();
        if (!throttle.mayTry(address)) {
            LOG.log(Level.WARNING, "sign-in refused: too many wrong passwords from {0}", address);
            return refuse("signin.throttled");
        }
        // a session id known before the sign-in is worth nothing after it (OWASP ASVS 5.0, 7.2.4)
        request.changeSessionId();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                withParams().credential(new UsernamePasswordCredential(email, new Password(password))));
        return switch (status) {
            case SUCCESS -> START;
            case SEND_CONTINUE -> onItsWay();
            default -> {
                throttle.failed(address);
                LOG.log(Level.INFO, "sign-in failed from {0}", address);
                yield refuse("signin.wrong");
            }
        };
    }

    /** The container has already answered with the page that was asked for at first. */
    private static String onItsWay() {
        FacesContext.getCurrentInstance().responseComplete();
        return null;
    }

    private String refuse(String code) {
        problem = language.texts().getString(code);
        return null;
    }

    /** Somebody who is signed in has nothing to do here. */
    public String leaveIfSignedIn() {
        return security.getCallerPrincipal() == null ? null : START;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getProblem() {
        return problem;
    }
}
