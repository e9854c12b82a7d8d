package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.queue.Standing;

/** What goes on around a call of a test. */
final class Nearby implements Surroundings {
    private Standing standing = Standing.FIRST;

    void stands(int place, Duration estimate) {
        standing = new Standing(place, Optional.of(estimate));
    }

    @Override
    public Standing standing(AccountId account, CallId call) {
        return standing;
    }
}
