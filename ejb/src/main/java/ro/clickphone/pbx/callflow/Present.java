package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SpokenMessages;
import ro.clickphone.pbx.queue.Standing;

/** What goes on in this exchange right now, as the flow asks for it. */
@ApplicationScoped
class Present implements Surroundings {
    @Inject
    private WaitingRooms rooms;

    @Inject
    private LivePresence presence;

    @Inject
    private Parking parking;

    @Inject
    private Recorders recorders;

    @Inject
    private LedgerService ledger;

    @Inject
    private SpokenMessages spoken;

    @Override
    public Money credit(AccountId account) {
        return ledger.balance(account).available();
    }

    @Override
    public RecordingSeal seal() {
        return spoken.newSeal();
    }

    @Override
    public Optional<CallId> recorder(AccountId account, PromptSlot slot) {
        return recorders.at(account, slot).map(Recorders.Recorder::call);
    }

    @Override
    public Standing standing(AccountId account, CallId call) {
        return rooms.standing(account, call);
    }

    @Override
    public Optional<CallId> ringing(AccountId account, Optional<ExtensionNumber> at) {
        return presence.ringing(account, at);
    }

    @Override
    public Optional<CallId> parked(AccountId account, int slot) {
        return parking.in(account, slot);
    }
}
