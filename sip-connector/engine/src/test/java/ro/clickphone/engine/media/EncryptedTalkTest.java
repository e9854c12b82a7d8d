package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.media.LegMedia.Tone;
import ro.clickphone.engine.media.MediaTerms.Protection;
import ro.clickphone.engine.sdp.OwnAddresses;

/** A phone that encrypts, one that does not, and the engine between them. */
class EncryptedTalkTest {
    private static final String LINE = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + Phone.KEY + "\r\n";

    @TempDir
    Path folder;

    private MediaEngine engine;
    private Phone caller;
    private Phone called;
    private LegAudio callersLeg;
    private LegMedia calledsLeg;

    @BeforeEach
    void twoLegs() throws Exception {
        engine = new MediaEngine(new MediaEngine.Settings(
                "127.0.0.1", OwnAddresses.of("127.0.0.1"), 42_300, 42_399, folder, folder, Optional.empty()));
        caller = new Phone();
        called = new Phone();
        CallId call = CallId.random();
        callersLeg = (LegAudio) engine.open(call, new MediaTerms(Protection.REQUIRED, List.of()), new Ears());
        calledsLeg = engine.open(call, MediaTerms.PLAIN, new Ears());
        calledsLeg.accept(called.to(calledsLeg.offer(List.of())).offer("8", "101"));
    }

    @AfterEach
    void close() {
        caller.close();
        called.close();
        engine.close();
    }

    private void agree(String line) throws Exception {
        String answer = callersLeg.answer(encrypted(caller.offer("8", "101"), line), List.of("PCMA"));
        caller.to(answer).secured(answer);
    }

    private static String encrypted(String offer, String line) {
        return offer.replace("RTP/AVP", "RTP/SAVP") + line;
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "32"})
    void an_encrypted_leg_and_one_in_clear_hear_each_other(String tag) throws Exception {
        agree(LINE.replace("_80", "_" + tag));
        engine.join(callersLeg, calledsLeg);
        caller.says(700);
        called.says(1100);
        called.hears(700);
        caller.hears(1100);
        assertThat(caller.shareOf(700)).isLessThan(0.05);
        assertThat(callersLeg.refused()).isZero();
    }

    @Test
    void a_tone_of_ours_is_encrypted_too() throws Exception {
        agree(LINE);
        callersLeg.tone(Tone.BUSY);
        caller.hears(450);
    }

    @Test
    void what_is_in_clear_or_forged_or_replayed_is_counted_and_not_heard() throws Exception {
        agree(LINE);
        engine.join(callersLeg, calledsLeg);
        caller.says(700);
        called.hears(700);
        byte[] old = caller.lastSent();
        byte[] forged = old.clone();
        forged[20] ^= 1;
        long before = callersLeg.refused();
        int heard = called.heard().size();
        try (Phone stranger = new Phone()) {
            String answer = callersLeg.answer(encrypted(caller.offer("8", "101"), LINE), List.of("PCMA"));
            stranger.to(answer).says(1500);
            await("those in clear are counted").until(() -> callersLeg.refused() >= before + 10);
            stranger.send(old);
            stranger.send(forged);
            await("both are counted").until(() -> callersLeg.refused() >= before + 12);
        }
        assertThat(called.shareOf(1500)).isLessThan(0.05);
        await("the talk goes on").until(() -> called.heard().size() > heard + 10);
        called.hears(700);
    }

    @Test
    void a_hold_keeps_the_keys_and_the_talk_goes_on_after_it() throws Exception {
        agree(LINE);
        engine.join(callersLeg, calledsLeg);
        called.says(1100);
        caller.hears(1100);
        String held = callersLeg.answer(encrypted(caller.sdp("sendonly", "8", "101"), LINE), List.of());
        assertThat(held).contains("a=recvonly");
        callersLeg.answer(encrypted(caller.offer("8", "101"), LINE), List.of());
        int heard = caller.heard().size();
        await("hears again").until(() -> caller.heard().size() > heard + 10);
        caller.hears(1100);
    }
}
