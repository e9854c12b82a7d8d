package ro.clickphone.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkConfig.CallerRules;
import ro.clickphone.engine.api.TrunkConfig.Login;
import ro.clickphone.engine.api.TrunkConfig.NumberFormat;
import ro.clickphone.engine.api.TrunkConfig.Watch;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkState;

/** A caller, and carriers' machines behind the trunk by which all calls go out. */
abstract class TrunkScene {
    static final String CALLERS = "127.0.0.5";
    static final TrunkId OUT = new TrunkId(2);

    @TempDir
    Path folder;

    private final List<Carrier> carriers = new ArrayList<>();
    Optional<Diversion> forwards = Optional.empty();
    Door door;

    @AfterEach
    void close() {
        if (door != null) {
            door.close();
        }
        carriers.forEach(Carrier::close);
    }

    Carrier with(Carrier carrier) {
        carriers.add(carrier);
        return carrier;
    }

    void open(TrunkConfig out, TrunkConfig... more) {
        TestBusiness business = new TestBusiness(this::decide, TrunkScene::next);
        business.trunks.add(TrunkConfig.to(
                new TrunkId(1), "callers", CALLERS, 5060, Transport.UDP, List.of(CALLERS), NumberFormat.E164_PLUS));
        business.trunks.add(out);
        business.trunks.addAll(List.of(more));
        door = Door.open(business, folder);
    }

    static TrunkConfig trunk(List<TrunkConfig.Peer> peers) {
        return trunk(peers, NumberFormat.E164_PLUS, Optional.empty(), List.of(), 0, CallerRules.USUAL);
    }

    static TrunkConfig trunk(
            List<TrunkConfig.Peer> peers,
            NumberFormat format,
            Optional<Login> login,
            List<String> codecs,
            int channels,
            CallerRules caller) {
        return new TrunkConfig(
                OUT,
                "out",
                peers,
                List.of("192.0.2.1"),
                format,
                login,
                codecs,
                channels,
                caller,
                Watch.BY_OPTIONS,
                Optional.empty());
    }

    private CallStep decide(IncomingCall call) {
        Step.Dial dial = Step.Dial.of(
                List.of(new Party.PublicNumber(OUT, call.dialled())),
                Duration.ofSeconds(40),
                call.caller(),
                new Step.CallerHears.Ringback());
        return new CallStep(forwards.map(dial::divertedBy).orElse(dial), FlowState.NONE);
    }

    private static CallStep next(StepOutcome outcome) {
        boolean talked =
                outcome instanceof StepOutcome.DialEnded ended && ended.result() == StepOutcome.DialResult.TALKED;
        return new CallStep(talked ? new Step.HangUp(HangupCause.NORMAL) : Step.Reject.with(480), FlowState.NONE);
    }

    /** @return the final status that the caller gets */
    int call(Wire caller, String number) {
        String invite = caller.request("INVITE", "sip:" + number + "@127.0.0.1", "", Carrier.SDP)
                .replace("sip:0211111111@", "sip:+40211111111@");
        return Wire.status(caller.ask(invite));
    }

    Wire caller() {
        return Wire.udp(CALLERS, door.address());
    }

    /** How many channels of that trunk are in use. */
    int callsOf(TrunkId trunk) {
        return door.engine().trunkStates().stream()
                .filter(state -> state.id().equals(trunk))
                .mapToInt(TrunkState::calls)
                .sum();
    }
}
