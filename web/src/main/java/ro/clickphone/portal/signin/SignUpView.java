package ro.clickphone.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.security.SecurityLog;
import ro.clickphone.pbx.signup.NewCustomer;
import ro.clickphone.pbx.signup.SignUp;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Language;

/** Somebody asks for an account: the answer is the same whether or not the address is known. */
@Named
@RequestScoped
public class SignUpView {
    @Inject
    private SignUp signUp;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private SecurityLog log;

    @Inject
    private Refusals refusals;

    @Inject
    private Language language;

    private String company = "";
    private String name = "";
    private String email = "";
    private String problem = "";
    private boolean sent;

    public String order() {
        String address = Acting.now().address();
        try {
            if (!throttle.mayTry(address)) {
                throw new Refusal("signin.throttled", "");
            }
            // each order counts as a wrong try: nobody floods mailboxes from here
            throttle.failed(address);
            NewCustomer order =
                    new NewCustomer(company, name, email, language.getLocale().getLanguage());
            log.told("SIGN_UP", address, order.email(), "portal");
            signUp.order(order);
            sent = true;
        } catch (Refusal refusal) {
            problem = refusals.text(refusal);
        }
        return null;
    }

    public boolean isOpen() {
        return signUp.isOpen();
    }

    public boolean isSent() {
        return sent;
    }

    public String getProblem() {
        return problem;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String text) {
        company = text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String text) {
        name = text == null ? "" : text;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String text) {
        email = text == null ? "" : text;
    }
}
