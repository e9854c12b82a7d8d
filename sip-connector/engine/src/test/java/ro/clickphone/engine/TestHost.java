package ro.clickphone.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.sdp.OwnAddresses;

/**
 * The engine alone, for a try by hand with sipp or baresip: every user's password is {@code secret}; a number of three
 * digits is an extension of account 53630, 9 echoes, 8 plays a menu, + goes to the trunk at 127.0.0.1:5090.
 */
final class TestHost {
    private TestHost() {}

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 27199;
        EngineConfig config = config(port, Files.createTempDirectory("engine"));
        TestBusiness business = new TestBusiness(TestHost::decide, TestHost::next);
        business.onTransfer = transfer -> new CallStep(stepFor(transfer), FlowState.NONE);
        business.trunks.add(TrunkConfig.to(
                new TrunkId(1),
                "carrier",
                "127.0.0.1",
                5090,
                Transport.UDP,
                List.of("127.0.0.1"),
                TrunkConfig.NumberFormat.E164_PLUS));
        SipEngine engine = SipEngine.open(
                config,
                business,
                Executors.newFixedThreadPool(8),
                record -> System.out.println(record),
                Clock.systemUTC());
        System.out.println("open on " + port);
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
        Thread.currentThread().join();
    }

    static EngineConfig config(int port, Path folder) {
        return new EngineConfig(
                "127.0.0.1",
                OwnAddresses.of("127.0.0.1"),
                port,
                Optional.empty(),
                0,
                0,
                EngineConfig.AudioKeys.OVER_TLS,
                EngineConfig.AudioThreads.ORDINARY,
                "pbx.clickphone.ro",
                "pbx.clickphone.ro",
                41000,
                41999,
                folder,
                folder,
                Optional.empty(),
                Duration.ofSeconds(4));
    }

    static CallStep decide(IncomingCall call) {
        return new CallStep(stepFor(call), FlowState.NONE);
    }

    /** As if the one who hands on had dialled; outside may not be handed to. */
    static Step stepFor(Transfer transfer) {
        return transfer.target().length() > 3
                ? Step.Reject.with(403)
                : stepFor(new IncomingCall(
                        CallId.random(), transfer.by(), transfer.target(), CallerId.of(""), Instant.EPOCH));
    }

    private static Step stepFor(IncomingCall call) {
        CallerId from = call.source() instanceof Party.Extension extension
                ? new CallerId(
                        extension.who().user().replaceFirst(".*-", ""),
                        "",
                        call.caller().presentation())
                : call.caller();
        Step.CallerHears ringback = new Step.CallerHears.Ringback();
        if (call.dialled().equals("9")) {
            return new Step.Echo(List.of(), Duration.ofMinutes(5));
        } else if (call.dialled().equals("8")) {
            return new Step.Collect(
                    List.of(new Prompt.System("welcome", "ro")),
                    1,
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(2),
                    Optional.empty());
        } else if (call.dialled().startsWith("+")) {
            return Step.Dial.of(
                    List.of(new Party.PublicNumber(new TrunkId(1), call.dialled())),
                    Duration.ofSeconds(30),
                    from,
                    ringback);
        } else if (call.dialled().matches("\\d{3}")) {
            SipIdentity who = new SipIdentity("53630-" + call.dialled(), "pbx.clickphone.ro");
            return Step.Dial.of(List.of(new Party.Extension(who)), Duration.ofSeconds(20), from, ringback);
        }
        return Step.Reject.with(404);
    }

    static CallStep next(StepOutcome outcome) {
        Step step = new Step.HangUp(HangupCause.NORMAL);
        if (outcome instanceof StepOutcome.DialEnded ended && ended.result() != StepOutcome.DialResult.TALKED) {
            step = Step.Reject.with(ended.result() == StepOutcome.DialResult.BUSY ? 486 : 480);
        }
        return new CallStep(step, FlowState.NONE);
    }
}
