package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.media.MediaTerms.Protection;
import ro.clickphone.engine.sdp.OwnAddresses;

/** A telephone that encrypts by a handshake, and has none of a browser's checks. */
class HandshakingPhoneTest {
    @TempDir
    private Path folder;

    private MediaEngine engine;
    private Browser telephone;
    private Phone phone;
    private LegMedia telephonesLeg;
    private LegMedia phonesLeg;

    @BeforeEach
    void twoLegs() throws Exception {
        engine = new MediaEngine(new MediaEngine.Settings(
                "127.0.0.1", OwnAddresses.of("127.0.0.1"), 42_800, 42_899, folder, folder, Optional.empty()));
        telephone = new Browser();
        phone = new Phone();
        CallId call = CallId.random();
        telephonesLeg = engine.open(call, new MediaTerms(Protection.BY_HANDSHAKE_IF_POSSIBLE, List.of()), new Ears());
        phonesLeg = engine.open(call, MediaTerms.PLAIN, new Ears());
        phonesLeg.accept(phone.to(phonesLeg.offer(List.of())).offer("8", "101"));
        engine.join(telephonesLeg, phonesLeg);
        phone.says(700);
    }

    @AfterEach
    void close() {
        telephone.close();
        phone.close();
        engine.close();
    }

    private void agree(String offer) throws Exception {
        telephone.at(telephonesLeg.answer(offer, List.of("PCMA")));
    }

    private void bothHear(Browser.Keys keys, int from) {
        await("the telephone hears").until(() -> telephone.hears(keys));
        long before = phone.heard().size();
        int[] sequence = {from};
        await("the phone hears").until(() -> {
            telephone.say(keys, sequence[0]++);
            return phone.heard().size() > before + 5;
        });
    }

    @Test
    void phone_with_a_fingerprint_and_no_ice_hears_and_is_heard() throws Exception {
        agree(telephone.phonesOffer(telephone.fingerprint()));
        bothHear(telephone.shakeHands(), 1);
    }

    @Test
    void called_phone_that_takes_the_handshake_hears_and_is_heard() throws Exception {
        telephone.at(telephonesLeg.offer(List.of("PCMA")));
        telephonesLeg.accept(telephone.phonesOffer(telephone.fingerprint()).replace("actpass", "active"));
        bothHear(telephone.shakeHands(), 1);
    }

    @Test
    void called_phone_that_begins_before_its_answer_is_read_need_not_say_it_again() throws Exception {
        telephone.at(telephonesLeg.offer(List.of("PCMA")));
        CompletableFuture<Browser.Keys> keys = CompletableFuture.supplyAsync(() -> {
            try {
                return telephone.shakeHands();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        await("its first word").pollInterval(Duration.ofMillis(20)).until(() -> telephone.sent() > 0);
        telephonesLeg.accept(telephone.phonesOffer(telephone.fingerprint()).replace("actpass", "active"));
        bothHear(keys.get(10, TimeUnit.SECONDS), 1);
        assertThat(telephone.datagramsBeforeAnswer()).isEqualTo(1);
    }

    @Test
    void hold_and_resume_keep_the_keys_of_the_handshake() throws Exception {
        String offer = telephone.phonesOffer(telephone.fingerprint());
        agree(offer);
        Browser.Keys keys = telephone.shakeHands();
        bothHear(keys, 1);
        agree(offer.replace("sendrecv", "sendonly"));
        agree(offer);
        bothHear(keys, 1000);
    }

    @Test
    void certificate_other_than_the_announced_one_is_refused_and_the_right_one_is_taken_after_it() throws Exception {
        String announced = telephone.fingerprint();
        try (Browser impostor = new Browser()) {
            String answer = telephonesLeg.answer(telephone.phonesOffer(announced), List.of("PCMA"));
            impostor.at(answer);
            assertThatThrownBy(impostor.impatient()::shakeHands).isInstanceOf(IOException.class);
            telephone.at(answer);
            bothHear(telephone.shakeHands(), 1);
        }
    }

    @Test
    void who_is_elsewhere_is_not_answered_at_all() throws Exception {
        try (Browser stranger = new Browser("127.0.0.77")) {
            String offer = telephone.phonesOffer(stranger.fingerprint());
            stranger.at(telephonesLeg.answer(offer, List.of("PCMA")));
            assertThatThrownBy(stranger.impatient()::shakeHands).isInstanceOf(IOException.class);
            assertThat(stranger.received()).as("octets to a stranger").isZero();
        }
    }

    @Test
    void who_does_not_show_that_it_gets_our_answers_gets_fewer_octets_than_it_sends() throws Exception {
        agree(telephone.phonesOffer(telephone.fingerprint()));
        assertThatThrownBy(telephone.deaf().impatient()::shakeHands).isInstanceOf(IOException.class);
        assertThat(telephone.received()).isPositive().isLessThan(telephone.sent());
    }

    @Test
    void nothing_in_clear_is_sent_or_heard_before_the_handshake() throws Exception {
        byte clear = 0x33;
        agree(telephone.phonesOffer(telephone.fingerprint()));
        for (int i = 1; i < 20; i++) {
            telephone.sayInClear(i, clear);
        }
        assertThat(telephone.received()).isZero();
        bothHear(telephone.shakeHands(), 100);
        assertThat(phone.heard()).noneMatch(packet -> packet.payload()[0] == clear);
    }
}
