package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.EngineFigures;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.Wheel;

/**
 * A phone that is gone without a word, in each state of a call: its port answers with ICMP "unreachable". Timers run twenty
 * times as fast. Whoever is left is told, and nothing stays behind.
 */
class VanishTest extends TalkScene {
    VanishTest() {
        super(Wheel.faster(20));
    }

    private void nothingIsLeft(HangupCause cause) {
        await("nothing left").untilAsserted(() -> {
            EngineFigures left = exchange.engine.figures();
            assertThat(left.calls()).isZero();
            assertThat(left.dialogs()).isZero();
            assertThat(left.transactions()).isZero();
        });
        await().until(() -> exchange.records.size() == 1);
        assertThat(exchange.records.get(0).cause()).isEqualTo(cause);
    }

    @Test
    void called_phone_is_gone_before_it_is_called() {
        called.close();
        calls("");
        assertThat(calling.finalAnswer("INVITE", firstInvite).status()).isEqualTo(480);
        nothingIsLeft(HangupCause.UNAVAILABLE);
    }

    @Test
    void called_phone_is_gone_while_it_rings() {
        calls("");
        called.rings();
        caller.await("180", text -> text.status() == 180);
        called.close();
        assertThat(calling.finalAnswer("INVITE", firstInvite).status()).isEqualTo(480);
        nothingIsLeft(HangupCause.UNAVAILABLE);
    }

    @Test
    void caller_is_gone_while_it_rings() {
        calls("");
        SipPhone.Leg answering = called.rings();
        caller.await("180", text -> text.status() == 180);
        caller.close();
        answering.answer();
        assertThat(answering.isHungUp().header("Reason")).isNotEmpty();
        nothingIsLeft(HangupCause.SIGNALLING_TIMEOUT);
    }

    @Test
    void caller_is_gone_while_they_talk() {
        talk();
        caller.close();
        answering.hangUp();
        nothingIsLeft(HangupCause.NORMAL);
    }

    @Test
    void called_phone_is_gone_while_they_talk() {
        talk();
        called.close();
        calling.hangUp();
        nothingIsLeft(HangupCause.NORMAL);
    }

    @Test
    void both_are_gone_before_either_says_a_word() {
        calls("");
        called.rings();
        caller.close();
        called.close();
        nothingIsLeft(HangupCause.UNAVAILABLE);
    }
}
