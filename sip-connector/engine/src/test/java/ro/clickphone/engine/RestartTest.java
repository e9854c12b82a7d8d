package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.EngineConfig.AudioKeys;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.DigestCredential.Srtp;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkConfig.NumberFormat;
import ro.clickphone.engine.api.TrunkId;

/** A phone that registered before the exchange was started anew, and is called before it says anything again. */
class RestartTest {
    private static final String CALLERS = "127.0.0.6";
    private static final SipIdentity PHONE = new SipIdentity("53630-101", "pbx.clickphone.ro");

    @TempDir
    Path folder;

    private final Carrier phone = Carrier.refusing(486);
    private Door door;

    @AfterEach
    void close() {
        door.close();
        phone.close();
    }

    private int call(Srtp demanded, AudioKeys keys) {
        TestBusiness business = new TestBusiness(
                call -> new CallStep(
                        Step.Dial.of(
                                List.of(new Party.Extension(PHONE)),
                                Duration.ofSeconds(20),
                                CallerId.of("100"),
                                new Step.CallerHears.Ringback()),
                        FlowState.NONE),
                outcome -> new CallStep(
                        outcome instanceof StepOutcome.DialEnded ended
                                ? Step.Reject.with(ended.result() == StepOutcome.DialResult.BUSY ? 486 : 480)
                                : new Step.HangUp(HangupCause.FAULT),
                        FlowState.NONE));
        business.srtp = demanded;
        business.trunks.add(TrunkConfig.to(
                new TrunkId(1), "callers", CALLERS, 5060, Transport.UDP, List.of(CALLERS), NumberFormat.E164_PLUS));
        TrunkConfig.Peer at = phone.peer(1);
        business.stored.add(new Binding(
                PHONE,
                "sip:101@127.0.0.1:" + at.port(),
                "sip:101@127.0.0.1:" + at.port(),
                "127.0.0.1:" + at.port(),
                Transport.UDP,
                1000,
                List.of(),
                "before",
                1,
                "",
                Instant.now(),
                Duration.ofSeconds(600),
                Instant.now().plusSeconds(600)));
        EngineConfig usual = TestHost.config(Door.freePort(), folder);
        door = Door.open(usual.with(keys), business, Clock.systemUTC());
        Wire caller = Wire.udp(CALLERS, door.address());
        String invite = caller.request("INVITE", "sip:101@127.0.0.1", "", Carrier.SDP)
                .replace("sip:0211111111@", "sip:+40211111111@");
        return Wire.status(caller.ask(invite));
    }

    @Test
    void phone_that_must_encrypt_is_not_called_in_the_clear() {
        assertThat(call(Srtp.REQUIRED, AudioKeys.OVER_TLS)).isEqualTo(480);
        assertThat(phone.got("INVITE")).isEmpty();
    }

    @Test
    void phone_that_must_encrypt_is_offered_nothing_else() {
        assertThat(call(Srtp.REQUIRED, AudioKeys.OVER_ANY_TRANSPORT)).isEqualTo(486);
        await().until(() -> !phone.got("INVITE").isEmpty());
        assertThat(phone.got("INVITE"))
                .allMatch(invite -> invite.contains("RTP/SAVP ") && invite.contains("a=crypto:"));
    }

    @Test
    void other_phones_ring_as_before() {
        assertThat(call(Srtp.OPTIONAL, AudioKeys.OVER_TLS)).isEqualTo(486);
        assertThat(phone.got("INVITE")).allMatch(invite -> invite.contains("RTP/AVP "));
    }
}
