package ro.clickphone.portal.fraud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ro.clickphone.pbx.callflow.EmergencyService;
import ro.clickphone.portal.layout.Me;

/** Whether help can be called from each extension, asked on request. */
@Named
@RequestScoped
public class EmergencyTab {
    @Inject
    private Me me;

    @Inject
    private EmergencyService emergency;

    private List<EmergencyService.Way> ways = List.of();

    public String test() {
        ways = emergency.test(me.id());
        return null;
    }

    /** Empty until somebody asked. */
    public List<EmergencyService.Way> getWays() {
        return ways;
    }
}
