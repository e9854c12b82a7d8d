package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.HangupCause;

/** The application is about to be undeployed: no new calls, and those that run may end. */
class DrainTest extends TalkScene {
    private static final Duration LONG = Duration.ofSeconds(30);

    @BeforeEach
    void theyTalk() {
        talk();
    }

    private CompletableFuture<Void> drain(Duration patience) {
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> exchange.engine.drain(patience));
        await().until(() -> refusal().status() == 503);
        return drained;
    }

    private SipText refusal() {
        SipPhone.Leg another = caller.newLeg("101");
        int number = another.send("INVITE", caller.contact(), caller.voice.offer("8"));
        return another.finalAnswer("INVITE", number);
    }

    @Test
    void new_call_is_told_to_come_back_and_the_talk_goes_on() throws Exception {
        CompletableFuture<Void> drained = drain(LONG);
        SipText refused = refusal();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        assertThat(calling.reinvite("sendonly").status()).isEqualTo(200);
        assertThat(calling.reinvite("sendrecv").status()).isEqualTo(200);
        caller.voice.hears(CALLEDS_TONE);
        assertThat(drained).isNotDone();
        calling.hangUp();
        answering.isHungUp();
        drained.get(5, TimeUnit.SECONDS);
        assertThat(exchange.records).hasSize(1);
        assertThat(exchange.records.get(0).cause()).isEqualTo(HangupCause.NORMAL);
    }

    @Test
    void talk_that_outlasts_the_time_is_ended_at_both_ends_and_has_its_record() throws Exception {
        CompletableFuture<Void> drained = drain(Duration.ofSeconds(1));
        assertThat(calling.isHungUp().header("Reason")).isNotEmpty();
        answering.isHungUp();
        drained.get(10, TimeUnit.SECONDS);
        await().until(() -> exchange.records.size() == 1);
        assertThat(exchange.records.get(0).cause()).isEqualTo(HangupCause.SHUTDOWN);
        assertThat(exchange.engine.calls()).isEmpty();
    }
}
