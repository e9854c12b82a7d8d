package ro.clickphone.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.account.Links;
import ro.clickphone.pbx.security.SecurityLog;

/** A forgotten password: the answer is the same whether or not there is such a user. */
@Named
@RequestScoped
public class ForgottenView {
    @Inject
    private Links links;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private SecurityLog log;

    private String email = "";
    private boolean sent;

    public String send() {
        String address = Acting.now().address();
        if (throttle.mayTry(address)) {
            // each request counts as a wrong try: nobody floods mailboxes from here
            throttle.failed(address);
            log.told("PASSWORD_FORGOTTEN", address, email, "portal");
            links.forgotten(email);
        }
        sent = true;
        return null;
    }

    public boolean isSent() {
        return sent;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email;
    }
}
