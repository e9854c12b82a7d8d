package ro.clickphone.portal.signin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.signup.SignUp;
import ro.clickphone.portal.error.Refusals;

/** The link of the sign-up was opened: a password, and the account is there. */
@Named
@ViewScoped
public class WelcomeView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SignUp signUp;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Refusals refusals;

    private String token = "";
    private String password = "";
    private String problem = "";
    private String account = "";
    private String number = "";

    public String save() {
        String address = Acting.now().address();
        try {
            if (!throttle.mayTry(address)) {
                throw new Refusal("signin.throttled", "");
            }
            SignUp.Welcome welcome = signUp.confirm(token, password);
            account = welcome.account().toString();
            number = welcome.number().map(NumberPlan::asDialled).orElse("");
            problem = "";
        } catch (Refusal refusal) {
            throttle.failed(address);
            problem = refusals.text(refusal);
        }
        return null;
    }

    public boolean isDone() {
        return !account.isEmpty();
    }

    public String getAccount() {
        return account;
    }

    public String getNumber() {
        return number;
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
