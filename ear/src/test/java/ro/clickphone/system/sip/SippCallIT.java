package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.FreePorts;
import ro.clickphone.system.SharedExchange;

/** Calls from a carrier, message by message: what is sent, in which order, and what stands in the received calls. */
@ExtendWith(SharedExchange.class)
class SippCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String DEMO_NUMBER = "0310050562";
    private static final int CALLERS_VOICE = 0x2a;
    private static final int AGENTS_VOICE = 0x1b;
    private static final int LOW = 600;
    private static final int HIGH = 1000;
    /** Premium: blocked unless the customer permits it. */
    private static final String FORBIDDEN = "0900123456";

    private static final int ONE_SECOND = 8000;
    private static final int SPEECH = 40;

    private final String caller = "02165" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
    private Customer closed;

    @AfterEach
    void openAgain() {
        if (closed != null) {
            closed.openAlways();
        }
    }

    @Test
    void caller_presses_keys_by_info_talks_with_the_agent_and_the_call_is_taken(Exchange exchange) {
        Customer customer = Customer.demo(exchange);
        customer.openAlways();
        InetSocketAddress telephone = registered(exchange, customer, 104);
        try (RtpEar callers = RtpEar.saying(CALLERS_VOICE);
                RtpEar agents = RtpEar.saying(AGENTS_VOICE);
                Sipp agent = Sipp.start("answers", telephone, exchange.sip(), "104", Map.of("rtp", agents.port()));
                Sipp carrier = Sipp.start("carrier", exchange.carrier(), exchange.sip(), DEMO_NUMBER, of(callers))) {
            await("the welcome").atMost(PATIENCE).until(() -> callers.variety() > SPEECH);
            assertThat(agents.packets()).isZero();
            agent.awaitSuccess();
            carrier.awaitSuccess();
            assertThat(callers.heard(AGENTS_VOICE)).isGreaterThan(ONE_SECOND);
            assertThat(agents.heard(CALLERS_VOICE)).isGreaterThan(ONE_SECOND);
        }
        JsonObject record = received(customer);
        assertThat(record.get("status").getAsString()).isEqualTo("TAKEN");
        assertThat(record.get("takenBy").getAsString()).contains("104");
        assertThat(record.get("talkSeconds").getAsLong()).isBetween(2L, 6L);
    }

    @Test
    void caller_who_gives_up_while_it_rings_is_lost_and_the_telephone_is_told_to_stop(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        String number = "03199" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
        customer.addNumber(number);
        customer.routeTo("EXTENSIONS", List.of(100));
        InetSocketAddress telephone = registered(exchange, customer, 100);
        try (RtpEar callers = RtpEar.saying(CALLERS_VOICE);
                Sipp rings = Sipp.start("rings", telephone, exchange.sip(), "100", Map.of());
                Sipp carrier = Sipp.start("cancelled", exchange.carrier(), exchange.sip(), number, of(callers))) {
            carrier.awaitSuccess();
            rings.awaitSuccess();
        }
        JsonObject record = received(customer);
        assertThat(record.get("status").getAsString()).isEqualTo("LOST");
        assertThat(record.get("talkSeconds").getAsLong()).isZero();
    }

    @Test
    void out_of_hours_the_caller_hears_the_announcement_and_is_lost(Exchange exchange) {
        Customer customer = Customer.demo(exchange);
        customer.closeForToday();
        closed = customer;
        InetSocketAddress telephone = registered(exchange, customer, 104);
        try (RtpEar callers = RtpEar.saying(CALLERS_VOICE);
                Sipp rings = Sipp.start("rings", telephone, exchange.sip(), "104", Map.of());
                Sipp carrier = Sipp.start("listens", exchange.carrier(), exchange.sip(), DEMO_NUMBER, of(callers))) {
            carrier.awaitSuccess();
            assertThat(callers.variety()).isGreaterThan(SPEECH);
            assertThat(rings.isRunning()).as("nobody called the telephone").isTrue();
        }
        assertThat(received(customer).get("status").getAsString()).isEqualTo("LOST");
    }

    @Test
    void telephone_sends_nobody_to_a_forbidden_number_at_its_customers_cost(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.addNumber("03199" + ThreadLocalRandom.current().nextInt(10_000, 100_000));
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", 5));
        try (Phone caller = Phone.registered(exchange, customer, 101, LOW);
                Phone carrier = Phone.carrier(exchange, "+40723456789", HIGH)) {
            sendOn(exchange, customer, caller, FORBIDDEN);
            caller.awaitEvent("CALL_CLOSED");
            assertThat(carrier.hasEvent("CALL_INCOMING")).isFalse();
            assertThat(wallet(customer)).isEqualTo("5");
            sendOn(exchange, customer, caller, "0723456789");
            carrier.awaitEvent("CALL_INCOMING");
        }
    }

    private static void sendOn(Exchange exchange, Customer customer, Phone caller, String elsewhere) {
        InetSocketAddress telephone = registered(exchange, customer, 100);
        try (Sipp sends = Sipp.start("sends-on", telephone, exchange.sip(), "100", Map.of("elsewhere", elsewhere))) {
            caller.dial("100");
            sends.awaitSuccess();
        }
    }

    private static String wallet(Customer customer) {
        return customer.api()
                .get(customer.path("wallet"))
                .getAsJsonObject()
                .get("total")
                .getAsBigDecimal()
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void fax_machine_and_carrier_agree_on_t38_through_the_exchange(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        String number = "03199" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
        customer.addNumber(number);
        customer.routeTo("EXTENSIONS", List.of(100));
        InetSocketAddress machine = registered(exchange, customer, 100);
        try (RtpEar carriers = RtpEar.saying(CALLERS_VOICE);
                RtpEar machines = RtpEar.saying(AGENTS_VOICE);
                Sipp answers =
                        Sipp.start("fax-answers", machine, exchange.sip(), "100", Map.of("rtp", machines.port()));
                Sipp carrier = Sipp.start("fax", exchange.carrier(), exchange.sip(), number, of(carriers))) {
            answers.awaitSuccess();
            carrier.awaitSuccess();
        }
        assertThat(received(customer).get("status").getAsString()).isEqualTo("TAKEN");
        callsAreCounted(exchange);
    }

    @Test
    void progress_is_acknowledged_both_ways_and_a_telephone_that_forgets_its_session_is_hung_up(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        String number = "03199" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
        customer.addNumber(number);
        customer.routeTo("EXTENSIONS", List.of(100));
        InetSocketAddress telephone = registered(exchange, customer, 100);
        try (RtpEar carriers = RtpEar.saying(CALLERS_VOICE);
                RtpEar phones = RtpEar.saying(AGENTS_VOICE);
                Sipp forgets =
                        Sipp.start("forgets-session", telephone, exchange.sip(), "100", Map.of("rtp", phones.port()));
                Sipp carrier = Sipp.start("careful-caller", exchange.carrier(), exchange.sip(), number, of(carriers))) {
            forgets.awaitSuccess();
            carrier.awaitSuccess();
        }
        assertThat(received(customer).get("status").getAsString()).isEqualTo("TAKEN");
    }

    @Test
    void machine_that_refuses_and_one_that_is_silent_are_left_for_the_trunk_in_reserve(Exchange exchange)
            throws IOException {
        Customer customer = Customer.with(exchange, 101);
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", 5));
        InetSocketAddress refusing = somewhere();
        InetSocketAddress taking = somewhere();
        try (DatagramSocket silent = new DatagramSocket(somewhere());
                RtpEar thirds = RtpEar.saying(CALLERS_VOICE)) {
            long reserve = trunk(
                    customer,
                    Map.of(
                            "name",
                            "Reserve",
                            "sources",
                            List.of("192.0.2.34"),
                            "host",
                            Exchange.LOOPBACK,
                            "port",
                            taking.getPort()));
            callsOutBy(customer, List.of(refusing.getPort(), silent.getLocalPort()), reserve);
            try (Phone caller = Phone.registered(exchange, customer, 101, LOW);
                    Sipp refuses = Sipp.start("refuses", refusing, exchange.sip(), "x", Map.of());
                    Sipp takes = Sipp.start("stays", taking, exchange.sip(), "x", Map.of("rtp", thirds.port()))) {
                caller.dial("0723456789");
                caller.awaitTalk();
                refuses.awaitSuccess();
                silent.receive(new DatagramPacket(new byte[4096], 4096));
                await("the caller's voice").atMost(PATIENCE).until(() -> thirds.packets() > SPEECH);
                caller.hangUp();
                takes.awaitSuccess();
            }
        }
        JsonObject record = await("the record")
                .atMost(PATIENCE)
                .until(() -> customer.recordTo("0723456789"), Optional::isPresent)
                .orElseThrow();
        assertThat(record.get("price").getAsBigDecimal()).isPositive();
    }

    /** By a trunk of these machines, the first one first. */
    private static void callsOutBy(Customer customer, List<Integer> ports, long reserve) {
        AtomicInteger priority = new AtomicInteger();
        List<Map<String, Object>> machines = ports.stream()
                .map(port -> Map.<String, Object>of(
                        "host", Exchange.LOOPBACK, "port", port, "priority", priority.incrementAndGet()))
                .toList();
        Map<String, Object> order = Map.of(
                "name",
                "Two machines",
                "peers",
                machines,
                "sources",
                List.of("192.0.2.33"),
                "watch",
                "BY_CALLS",
                "reserve",
                reserve);
        long trunk = trunk(customer, order);
        String number = "03198" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
        customer.api().post(customer.path("numbers"), Map.of("number", number, "trunk", trunk));
    }

    private static long trunk(Customer customer, Map<String, Object> order) {
        long trunk =
                customer.api().post("trunks", order).getAsJsonObject().get("id").getAsLong();
        await("the trunk")
                .atMost(PATIENCE)
                .until(() -> customer.api().get("trunks/states").toString().contains("\"id\":" + trunk + ","));
        return trunk;
    }

    private static InetSocketAddress somewhere() {
        return new InetSocketAddress(Exchange.LOOPBACK, FreePorts.one());
    }

    /** For whoever has the operator's key, and nobody else. */
    private static void callsAreCounted(Exchange exchange) {
        assertThat(exchange.api().text("figures/prometheus"))
                .contains("clickphone_calls_ended_total{cause=\"normal\"} ")
                .contains("clickphone_call_rang_after_milliseconds_bucket{le=\"+Inf\"} ")
                .contains("clickphone_call_talked_seconds_count ")
                .contains("# TYPE clickphone_call_rang_after_milliseconds histogram");
        assertThat(exchange.api().text("../../metrics")).doesNotContain("clickphone_call");
    }

    private Map<String, String> of(RtpEar ear) {
        return Map.of("caller", caller, "rtp", ear.port());
    }

    /** @return where the telephone stands now */
    private static InetSocketAddress registered(Exchange exchange, Customer customer, int extension) {
        InetSocketAddress telephone = somewhere();
        Map<String, String> words = Map.of("domain", "pbx.clickphone.ro", "password", customer.sipPassword(extension));
        try (Sipp register = Sipp.start("register", telephone, exchange.sip(), customer.sipUser(extension), words)) {
            register.awaitSuccess();
        }
        return telephone;
    }

    private JsonObject received(Customer customer) {
        return await("the row of received calls")
                .atMost(PATIENCE)
                .until(
                        () -> customer.records().stream()
                                .filter(call -> call.toString().contains(caller.substring(1)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
