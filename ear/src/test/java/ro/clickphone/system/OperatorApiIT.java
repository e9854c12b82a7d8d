package ro.clickphone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedExchange.class)
class OperatorApiIT {
    @Test
    void sip_password_is_told_once_and_never_again(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        assertThat(customer.sipPassword(100)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(customer.api().get(customer.path("extensions")).toString())
                .contains(customer.sipUser(100))
                .doesNotContain(customer.sipPassword(100));
    }

    @Test
    void extension_that_exists_is_refused_as_problem_json(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        OperatorApi.Answer answer = customer.api()
                .send("POST", customer.path("extensions"), Optional.of(Map.of("number", 100, "name", "Again")));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void other_customers_extension_is_as_unknown_as_one_that_never_was(Exchange exchange) {
        Customer first = Customer.with(exchange, 100);
        Customer second = Customer.with(exchange, 101);
        OperatorApi.Answer others = first.api().send("GET", first.path("extensions/101"), Optional.empty());
        OperatorApi.Answer nobodys = second.api().send("GET", second.path("extensions/999"), Optional.empty());
        assertThat(others.status()).isEqualTo(404);
        assertThat(nobodys.status()).isEqualTo(404);
    }

    @Test
    void wrong_key_is_told_nothing(Exchange exchange) {
        OperatorApi stranger = new OperatorApi(exchange.portal().resolve("api/v1/"), "wrong");
        assertThat(stranger.send("GET", "accounts", Optional.empty()).status()).isEqualTo(401);
        assertThat(stranger.send("GET", "nothing-here", Optional.empty()).status())
                .isEqualTo(401);
    }

    @Test
    void demo_customer_is_the_manuals(Exchange exchange) {
        Customer demo = Customer.demo(exchange);
        JsonObject queue = demo.api().get(demo.path("queue")).getAsJsonObject();
        assertThat(queue.getAsJsonArray("agents")).hasToString("[100,104]");
        assertThat(demo.api()
                        .get(demo.path("routing"))
                        .getAsJsonObject()
                        .get("to")
                        .getAsString())
                .isEqualTo("IVR");
    }
}
