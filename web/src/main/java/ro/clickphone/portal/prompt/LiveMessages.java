package ro.clickphone.portal.prompt;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.callflow.SimulatorService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.prompt.MessageVersion;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;

/** What callers hear in each slot, asked of the service once a request; a page names a slot many times. */
@RequestScoped
public class LiveMessages {
    @Inject
    private PromptService prompts;

    @Inject
    private SimulatorService simulator;

    private final Map<PromptSlot, Optional<MessageVersion>> known = new HashMap<>();
    private final Map<PromptSlot, Optional<Prompt.System>> readyMade = new HashMap<>();
    private Set<PromptSlot> filled;

    /** Empty when it is no recording of the customer's. */
    Optional<MessageVersion> of(AccountId account, PromptSlot slot) {
        return known.computeIfAbsent(slot, asked -> prompts.live(account, asked));
    }

    /** The exchange's own announcement that was put into the slot. */
    Optional<Prompt.System> readyMade(AccountId account, PromptSlot slot) {
        return readyMade.computeIfAbsent(slot, asked -> simulator.readyMade(account, asked));
    }

    boolean isFilled(AccountId account, PromptSlot slot) {
        if (filled == null) {
            filled = prompts.filled(account);
        }
        return filled.contains(slot);
    }

    /** Something was changed. */
    void forget() {
        known.clear();
        readyMade.clear();
        filled = null;
    }
}
