package ro.clickphone.portal.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import ro.clickphone.pbx.callflow.EngineLine;

/** Ready while the SIP ports are open: before that, and while the exchange ends, no phone reaches us. */
@Readiness
@ApplicationScoped
public class SipReadiness implements HealthCheck {
    @Inject
    private EngineLine engine;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sip").status(engine.isOpen()).build();
    }
}
