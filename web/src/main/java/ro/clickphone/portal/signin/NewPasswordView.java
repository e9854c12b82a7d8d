package ro.clickphone.portal.signin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.account.Links;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;

/** A password is chosen by whoever got the link by mail. */
@Named
@ViewScoped
public class NewPasswordView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Links links;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Refusals refusals;

    private String token = "";
    private String password = "";
    private String problem = "";
    private boolean done;

    public String save() {
        String address = Acting.now().address();
        try {
            if (!throttle.mayTry(address)) {
                throw new Refusal("signin.throttled", "");
            }
            links.choosePassword(token, password);
            done = true;
            problem = "";
        } catch (Refusal refusal) {
            throttle.failed(address);
            problem = refusals.text(refusal);
        }
        return null;
    }

    public boolean isDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token == null ? "" : token;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
