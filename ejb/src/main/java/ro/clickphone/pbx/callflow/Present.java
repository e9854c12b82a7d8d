package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.queue.Standing;

/** What goes on in this exchange right now, as the flow asks for it. */
@ApplicationScoped
class Present implements Surroundings {
    @Inject
    private WaitingRooms rooms;

    @Override
    public Standing standing(AccountId account, CallId call) {
        return rooms.standing(account, call);
    }
}
