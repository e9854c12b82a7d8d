package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.queue.Standing;

/** What goes on around a call of a test. */
final class Nearby implements Surroundings {
    static final RecordingSeal SEAL = new RecordingSeal(new SecretKeySpec(new byte[32], "AES"), "a-key");
    private Standing standing = Standing.FIRST;
    private Optional<CallId> ringing = Optional.empty();
    private Optional<CallId> parked = Optional.empty();
    private Optional<CallId> recorder = Optional.empty();
    private Money credit = Money.ZERO;

    void stands(int place, Duration estimate) {
        standing = new Standing(place, Optional.of(estimate));
    }

    @Override
    public Standing standing(AccountId account, CallId call) {
        return standing;
    }

    void rings(CallId call) {
        ringing = Optional.of(call);
    }

    void parked(CallId call) {
        parked = Optional.of(call);
    }

    @Override
    public Optional<CallId> ringing(AccountId account, Optional<ExtensionNumber> at) {
        return ringing;
    }

    @Override
    public Optional<CallId> parked(AccountId account, int slot) {
        return parked;
    }

    @Override
    public RecordingSeal seal() {
        return SEAL;
    }

    @Override
    public Money credit(AccountId account) {
        return credit;
    }

    void has(Money wanted) {
        credit = wanted;
    }

    void records(CallId call) {
        recorder = Optional.of(call);
    }

    @Override
    public Optional<CallId> recorder(AccountId account, PromptSlot slot) {
        return recorder;
    }
}
