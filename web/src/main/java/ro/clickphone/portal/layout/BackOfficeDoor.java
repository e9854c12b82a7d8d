package ro.clickphone.portal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.account.SecondFactor;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.fraud.Networks;

/**
 * What is asked of operators and finance beyond what customers are asked: to come from the operator's own networks
 * ({@code PBX_OPERATOR_NETWORKS}; none named, from everywhere), and to have an authenticator app ({@code
 * PBX_BACK_OFFICE_SECOND_FACTOR}; where there are demo customers, only if it says so, since everybody tries those).
 */
@ApplicationScoped
public class BackOfficeDoor {
    @Inject
    @ConfigProperty(name = "PBX_OPERATOR_NETWORKS")
    private Optional<String> networks;

    @Inject
    @ConfigProperty(name = "PBX_BACK_OFFICE_SECOND_FACTOR")
    private Optional<String> secondFactor;

    @Inject
    @ConfigProperty(name = "PBX_DEMO", defaultValue = "on")
    private String demo;

    @Inject
    private SecondFactor factors;

    /** Whether somebody of the back office, or a program of it, may come from there. */
    public boolean admits(String address) {
        Networks allowed = Networks.of(networks.orElse(""));
        return allowed.isEmpty() || allowed.contains(address);
    }

    /** Whether that person opens nothing before she has set up an app. */
    public boolean wantsSecondFactor(SignedIn who) {
        return who.role().isBackOffice() && isDemanded() && !factors.isOn(who);
    }

    private boolean isDemanded() {
        String normally = "off".equals(demo) ? "on" : "off";
        return !"off".equals(secondFactor.orElse(normally));
    }
}
