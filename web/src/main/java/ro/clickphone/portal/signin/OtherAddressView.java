package ro.clickphone.portal.signin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import ro.clickphone.pbx.account.Links;
import ro.clickphone.pbx.fraud.WayBack;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;

/** The way back for somebody whose address the account does not allow: proven by a mail, for a day. */
@Named
@ViewScoped
public class OtherAddressView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private WayBack wayBack;

    @Inject
    private Refusals refusals;

    private String token = "";
    private String address = "";
    private String problem = "";

    /** A click, and not the opening of the link: mail scanners open links too. */
    public String admit() {
        try {
            Links.OtherAddress admitted = wayBack.open(token);
            address = admitted.address();
        } catch (Refusal refusal) {
            problem = refusals.text(refusal);
        }
        return null;
    }

    public String getAddress() {
        return address;
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
}
