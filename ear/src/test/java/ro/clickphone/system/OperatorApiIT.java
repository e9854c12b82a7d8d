package ro.clickphone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    void what_is_wrong_is_told_in_words_at_its_field(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        assertProblem(
                customer, "GET", "../?size=many", Map.of(), "size", "“many” cannot stand here: it is a whole number.");
        assertProblem(customer, "GET", "cdrs?month=11", Map.of(), "month", "cannot stand here");
        assertProblem(customer, "POST", "extensions", Map.of("name", "x"), "number", "A value is missing here.");
        assertProblem(
                customer,
                "PUT",
                "schedule/holidays",
                Map.of("legalHolidays", "SOMETIMES"),
                "legalHolidays",
                "it is one of [");
    }

    private static void assertProblem(
            Customer customer, String method, String path, Map<String, Object> body, String field, String words) {
        OperatorApi.Answer answer = customer.api().send(method, customer.path(path), Optional.of(body));
        assertThat(answer.status()).isEqualTo(422);
        JsonObject problem = answer.body().getAsJsonObject();
        assertThat(problem.get("field").getAsString()).isEqualTo(field);
        assertThat(problem.get("detail").getAsString()).contains(words);
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

    @Test
    void holidays_versions_of_the_menu_and_of_messages_are_there_for_programs(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        OperatorApi api = customer.api();
        api.put(customer.path("schedule/holidays"), Map.of("legalHolidays", "CLOSED"));
        assertThat(api.get(customer.path("schedule/holidays")).toString()).contains("CLOSED");
        api.put(
                customer.path("schedule/days/2099-12-24"),
                Map.of("name", "Ajun", "hours", List.of(Map.of("from", "09:00", "until", "11:59"))));
        assertThat(api.get(customer.path("schedule/days")).toString())
                .contains("\"date\":\"2099-12-24\"")
                .contains("\"until\":\"11:59\"");
        assertThat(api.send(
                                "PUT",
                                customer.path("schedule/days/2001-01-01"),
                                Optional.of(Map.of("name", "Trecut", "hours", List.of())))
                        .status())
                .isBetween(400, 499);
        api.delete(customer.path("schedule/days/2099-12-24"));
        assertThat(api.get(customer.path("schedule/days")).toString()).isEqualTo("[]");

        Map<String, Object> menu =
                Map.of("number", 0, "name", "Principal", "lines", List.of(Map.of("key", "1", "action", "FAX")));
        api.put(customer.path("menu"), Map.of("revision", 0, "menus", List.of(menu)));
        api.post(customer.path("menu/apply"), Map.of());
        api.post(customer.path("menu/reset"), Map.of("revision", 1));
        assertThat(api.get(customer.path("menu/versions")).toString()).contains("\"version\":1");
        assertThat(api.post(customer.path("menu/versions/1/restore"), Map.of("revision", 2))
                        .toString())
                .contains("Principal");
        assertThat(api.get(customer.path("prompts/CLOSED/versions")).toString()).isEqualTo("[]");
    }

    /** Linux: the nineteenth field of a thread's stat is its nice value. */
    @Test
    void threads_of_pages_and_reports_yield_to_those_of_calls(Exchange exchange) throws IOException {
        Customer customer = Customer.with(exchange, 100);
        customer.api().get(customer.path("extensions"));
        assertThat(niceOf(exchange, "http-thread-poo")).contains(10);
        assertThat(niceOf(exchange, "media-")).isNotEmpty().allMatch(nice -> nice <= 0);
    }

    private static List<Integer> niceOf(Exchange exchange, String beginning) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + exchange.pid() + "/task"))) {
            return threads.map(thread -> stat(thread.resolve("stat")))
                    .filter(stat -> stat.contains("(" + beginning))
                    .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16])
                    .map(Integer::valueOf)
                    .toList();
        }
    }

    private static String stat(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException itHasEnded) {
            return "";
        }
    }
}
