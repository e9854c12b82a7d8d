package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** The plainest thing that an exchange is for. */
public final class Talk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOW = 600;
    private static final int HIGH = 1000;
    private static final int ONE_SECOND = 10;

    private static final Duration UNTIL_IT_GOES = Duration.ofSeconds(60);
    private static final String NOBODY = "199";

    private Talk() {}

    /** Two real phones register; one calls the other, each hears the other's tone and not its own; the call is recorded. */
    public static void between(Exchange exchange, Customer customer, int from, int to) {
        String destination = Integer.toString(to);
        try (Phone caller = Phone.registered(exchange, customer, from, LOW);
                Phone called = Phone.registered(exchange, customer, to, HIGH)) {
            caller.dial(destination);
            called.awaitEvent("CALL_INCOMING");
            called.answer();
            caller.awaitEvent("CALL_ESTABLISHED");
            called.awaitEvent("CALL_ESTABLISHED");
            bothHear(caller, called);
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
        JsonObject record = await("the record of the call to " + destination)
                .atMost(PATIENCE)
                .until(() -> customer.recordTo(destination), Optional::isPresent)
                .orElseThrow();
        assertThat(record.get("status").getAsString()).isEqualTo("TAKEN");
        assertThat(record.get("talkSeconds").getAsLong()).isBetween(1L, 60L);
    }

    /**
     * The exchange goes and comes back in the middle of a talk, as when it is deployed anew: nobody new is let in, the
     * talk is given its time and ended, and has its record.
     *
     * @param anew returns when the exchange is back
     */
    public static void isEndedBy(Exchange exchange, Customer customer, int from, int to, int late, Runnable anew) {
        try (Phone caller = Phone.registered(exchange, customer, from, LOW);
                Phone called = Phone.registered(exchange, customer, to, HIGH);
                Phone tooLate = Phone.registered(exchange, customer, late, HIGH)) {
            caller.dial(Integer.toString(to));
            called.awaitEvent("CALL_INCOMING");
            called.answer();
            caller.awaitEvent("CALL_ESTABLISHED");
            bothHear(caller, called);
            CompletableFuture<Void> leaving = CompletableFuture.runAsync(anew);
            await("nobody is let in").atMost(UNTIL_IT_GOES).until(() -> {
                tooLate.dial(NOBODY);
                return tooLate.awaitEvent("CALL_CLOSED")
                        .get("param")
                        .getAsString()
                        .contains("503");
            });
            assertThat(caller.hasEvent("CALL_CLOSED"))
                    .as("the talk has its time")
                    .isFalse();
            caller.awaitEvent("CALL_CLOSED");
            called.awaitEvent("CALL_CLOSED");
            leaving.join();
        }
        JsonObject record = await("the record of the talk that was ended")
                .atMost(PATIENCE)
                .until(() -> customer.recordTo(Integer.toString(to)), Optional::isPresent)
                .orElseThrow();
        assertThat(record.get("status").getAsString()).isEqualTo("TAKEN");
        assertThat(record.get("talkSeconds").getAsLong()).isBetween(1L, 60L);
    }

    /** @param one speaks low @param other speaks high */
    static void bothHear(Phone one, Phone other) {
        await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.heard().tenthsOf(HIGH)).isGreaterThan(ONE_SECOND);
            assertThat(other.heard().tenthsOf(LOW)).isGreaterThan(ONE_SECOND);
        });
        assertThat(one.heard().tenthsOf(LOW)).isZero();
        assertThat(other.heard().tenthsOf(HIGH)).isZero();
    }
}
