package ro.clickphone.portal.signin;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import ro.clickphone.pbx.account.Links;
import ro.clickphone.pbx.account.Sessions;
import ro.clickphone.pbx.account.SignIn;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.fraud.SourceService;
import ro.clickphone.pbx.security.SecurityLog;
import ro.clickphone.portal.layout.BackOfficeDoor;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.ThisSession;

/**
 * The sign-in page: address and password, then a code where the person has an authenticator app. A wrong password, an
 * unknown address and a locked user are told in the same words.
 */
@Named
@RequestScoped
public class SignInView {
    private static final String START = "/start/start?faces-redirect=true";

    @Inject
    private SecurityContext security;

    @Inject
    private Users users;

    @Inject
    private Sessions sessions;

    @Inject
    private ThisSession thisSession;

    @Inject
    private Links links;

    @Inject
    private SourceService sources;

    @Inject
    private BackOfficeDoor door;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private SecurityLog log;

    @Inject
    private PendingSignIn pending;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private String email;
    private String password;
    private String code = "";
    private String problem = "";

    public String signIn() {
        String address = request().getRemoteAddr();
        if (!throttle.mayTry(address)) {
            return refuse("signin.throttled", "SIGN_IN_THROTTLED");
        }
        SignIn verdict = users.verify(email, password);
        if (verdict instanceof SignIn.Done done) {
            return enter(done.who());
        }
        if (verdict instanceof SignIn.CodeNeeded needed) {
            pending.begin(needed.who().email(), clock.instant());
            return null;
        }
        throttle.failed(address);
        return refuse("signin.wrong", "SIGN_IN_FAILED");
    }

    /** The second step. */
    public String prove() {
        String address = request().getRemoteAddr();
        Optional<SignedIn> who = pending.email(clock.instant()).flatMap(users::signedIn);
        if (who.isEmpty()) {
            return refuse("signin.again", "SIGN_IN_FAILED");
        }
        email = who.get().email();
        if (!throttle.mayTry(address)) {
            return refuse("signin.throttled", "SIGN_IN_THROTTLED");
        }
        if (!users.verifyCode(who.get(), code)) {
            throttle.failed(address);
            return refuse("signin.code.wrong", "SIGN_IN_CODE_WRONG");
        }
        pending.end();
        return enter(who.get());
    }

    /** Another person, or the password once more. */
    public String startAgain() {
        pending.end();
        return "/signin/signIn?faces-redirect=true";
    }

    private String enter(SignedIn who) {
        HttpServletRequest request = request();
        boolean mayComeFromHere = who.account()
                .map(account -> sources.admits(account, request.getRemoteAddr()))
                .orElse(true);
        if (who.role().isBackOffice() && !door.admits(request.getRemoteAddr())) {
            return refuse("signin.network", "SIGN_IN_ADDRESS_REFUSED");
        }
        if (!mayComeFromHere) {
            links.otherAddress(who);
            return refuse("signin.address", "SIGN_IN_ADDRESS_REFUSED");
        }
        // a session id known before the sign-in is worth nothing after it (OWASP ASVS 5.0, 7.2.4)
        request.changeSessionId();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external().getResponse(),
                withParams().credential(new ProvenCredential(who)));
        if (status != AuthenticationStatus.SUCCESS && status != AuthenticationStatus.SEND_CONTINUE) {
            return refuse("signin.wrong", "SIGN_IN_FAILED");
        }
        sessions.begin(
                who,
                thisSession.renew(),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        if (status == AuthenticationStatus.SEND_CONTINUE) {
            // the container has already answered with the page that was asked for at first
            FacesContext.getCurrentInstance().responseComplete();
            return null;
        }
        return START;
    }

    private String refuse(String words, String kind) {
        log.told(kind, request().getRemoteAddr(), email == null ? "" : email, "portal");
        problem = language.texts().getString(words);
        return null;
    }

    /** Somebody who is signed in has nothing to do here. */
    public String leaveIfSignedIn() {
        return security.getCallerPrincipal() == null ? null : START;
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    public boolean isCodeNeeded() {
        return pending.email(clock.instant()).isPresent();
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

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }

    public String getProblem() {
        return problem;
    }
}
