package ro.clickphone.pbx.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that every service is given: UTC; a test puts its own in its place. */
@ApplicationScoped
public class ExchangeClock {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
