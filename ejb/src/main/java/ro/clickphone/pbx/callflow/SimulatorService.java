package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.callflow.SimulatedCall.Move;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;

/** Shows a customer what a caller would meet, without a call (manual, item 143 and the path of My PBX). */
@ApplicationScoped
@Guarded(Need.READ)
public class SimulatorService {
    private static final String NUMBER = "\\+?[0-9]{0,15}";

    @Inject
    private RoutingPlans plans;

    @Inject
    private LivePresence presence;

    @Inject
    private Present present;

    @Inject
    private EngineLine engine;

    @Inject
    private PromptService prompts;

    /**
     * @param caller as a telephone would show it; empty is a caller without a number
     * @param moves what the caller and the called did so far
     * @throws Refusal {@code simulator.noNumber} while the account has none, {@code simulator.caller}
     */
    public SimulatedCall walk(AccountId account, String caller, Instant at, List<Move> moves) {
        RoutingPlan plan = plans.of(account)
                .filter(known -> known.line().isPresent())
                .orElseThrow(() -> new Refusal("simulator.noNumber", "caller"));
        String digits = caller.replaceAll("[ .()-]", "");
        if (!digits.matches(NUMBER)) {
            throw new Refusal("simulator.caller", "caller", caller);
        }
        String dialled =
                plan.line().map(OutsideLine::shown).map(NumberPlan::asDialled).orElseThrow();
        IncomingCall call = Simulation.imagined(plan, digits, dialled, at);
        return Simulation.walk(plan, who -> presence.of(who).state(), present, call, moves);
    }

    /** Which of the exchange's own announcements was put into the slot. */
    public Optional<Prompt.System> readyMade(AccountId account, PromptSlot slot) {
        return prompts.announcement(account, slot).map(name -> new Prompt.System(name, PlanReader.LANGUAGE));
    }

    /** An announcement of the exchange's own to listen to, as a WAV file; empty when there is none of that name. */
    public Optional<byte[]> announcement(AccountId account, String name, String language) {
        return plans.of(account).flatMap(any -> engine.promptSound(new Prompt.System(name, language)));
    }
}
