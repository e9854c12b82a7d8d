package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.FreePorts;
import ro.clickphone.system.SharedExchange;

/**
 * Each of the queue's strategies with four agents and twenty callers, by sipp: what rang, in the telephones' own account of
 * it, is compared with the definition. The firms, one for each strategy, are called at the same time.
 */
@ExtendWith(SharedExchange.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrategiesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** The list's order is not that of the numbers. */
    private static final List<Integer> LIST = List.of(104, 100, 103, 101);

    private static final Set<Integer> NOBODY = Set.of();
    /** Who is on pause for the seventh and the eighth caller. */
    private static final Set<Integer> PAUSED = Set.of(103);

    private static final String CALLER = "0216583";
    private static final String RUSH = "0216584";
    /** Whom 104 and 100 decline. */
    private static final String UNWELCOME = "0219583";

    private static final Set<Integer> DECLINERS = Set.of(104, 100);
    private static final int CALLERS = 20;

    private final Map<String, Firm> firms = new TreeMap<>();

    @BeforeAll
    void all_firms_are_called_at_once(Exchange exchange) throws Exception {
        List<String> strategies = List.of(
                "RINGALL", "LINEAR", "LEASTRECENT", "FEWESTCALLS", "RANDOM", "RRMEMORY", "RRORDERED", "WRANDOM");
        ExecutorService pool = Executors.newFixedThreadPool(strategies.size() + 1);
        try (RtpEar anywhere = RtpEar.saying(0)) {
            List<Callable<Firm>> days = new ArrayList<>();
            for (String strategy : strategies) {
                Firm firm = new Firm(exchange, strategy, anywhere);
                days.add(firm::twentyThenTwenty);
            }
            days.add(new Firm(exchange, "LINEAR", anywhere)::declinedAndAnother);
            for (Future<Firm> day : pool.invokeAll(days)) {
                firms.put(day.get().name, day.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINEAR", "LEASTRECENT", "FEWESTCALLS", "RRMEMORY", "RRORDERED"})
    void agents_ring_in_the_order_of_the_definition(String strategy) {
        Notebook notebook = new Notebook(strategy, LIST);
        List<List<Integer>> expected = IntStream.rangeClosed(1, CALLERS)
                .mapToObj(caller -> notebook.nextCaller(
                        caller == 7 || caller == 8 ? PAUSED : NOBODY, caller == CALLERS - 1 ? DECLINERS : NOBODY))
                .toList();
        assertThat(firms.get(strategy).oneAfterTheOther()).isEqualTo(expected);
    }

    @Test
    void ringall_rings_all_who_are_there_and_one_of_them_talks() {
        List<List<Integer>> rang = firms.get("RINGALL").oneAfterTheOther();
        assertThat(rang).hasSize(CALLERS);
        for (int caller = 1; caller <= CALLERS; caller++) {
            List<Integer> there =
                    LIST.stream().filter(agent -> !PAUSED.contains(agent)).toList();
            assertThat(rang.get(caller - 1))
                    .as("caller %s", caller)
                    .containsExactlyInAnyOrderElementsOf(caller == 7 || caller == 8 ? there : LIST);
        }
        assertThat(firms.get("RINGALL").rings.stream()
                        .filter(ring -> ring.talked)
                        .count())
                .isEqualTo(2 * CALLERS);
    }

    @Test
    void random_rings_anybody_and_for_one_caller_nobody_twice() {
        List<List<Integer>> rang = firms.get("RANDOM").oneAfterTheOther();
        assertThat(rang).hasSize(CALLERS).allSatisfy(agents -> assertThat(agents)
                .doesNotHaveDuplicates());
        // four agents all rung by chance in the order of the list, or always the same, is less likely than one in 10^9
        Notebook inOrder = new Notebook("RRORDERED", LIST);
        assertThat(rang.subList(0, 6))
                .isNotEqualTo(IntStream.range(0, 6)
                        .mapToObj(any -> inOrder.nextCaller(NOBODY, NOBODY))
                        .toList());
        assertThat(rang.stream().map(agents -> agents.get(0)).distinct().count())
                .isGreaterThan(1);
        assertThat(rang.subList(6, 8)).allSatisfy(agents -> assertThat(agents).doesNotContainAnyElementsOf(PAUSED));
    }

    /** Lots of 104 lie in 0…1000, those of the others in 0…11,000: 104 has the lowest nearly nine times in ten. */
    @Test
    void wrandom_rings_mostly_the_one_whose_penalty_is_smallest() {
        List<List<Integer>> rang = firms.get("WRANDOM").oneAfterTheOther();
        assertThat(rang).hasSize(CALLERS);
        assertThat(rang.stream().filter(agents -> agents.get(0) == 104).count()).isGreaterThanOrEqualTo(CALLERS / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RINGALL", "LINEAR", "LEASTRECENT", "FEWESTCALLS", "RANDOM", "RRMEMORY", "RRORDERED", "WRANDOM"})
    void twenty_at_once_are_served_in_the_order_of_their_coming_and_nobody_who_talks_is_rung(String strategy) {
        List<Ring> rush = firms.get(strategy).atOnce();
        List<String> order = rush.stream().map(ring -> ring.caller).distinct().toList();
        for (int caller = 1; caller <= CALLERS; caller++) {
            // so many agents may be rung in the same moment, each for another caller
            assertThat(order.indexOf(RUSH + caller))
                    .as("place of caller %s in %s", caller, order)
                    .isCloseTo(caller - 1, within(LIST.size() - 1));
        }
        assertThat(rush.stream().filter(ring -> ring.talked).map(ring -> ring.caller))
                .hasSize(CALLERS)
                .doesNotHaveDuplicates();
        for (int agent : LIST) {
            List<Ring> his = rush.stream().filter(ring -> ring.agent == agent).toList();
            for (int i = 1; i < his.size(); i++) {
                assertThat(his.get(i).since).as("%s at %s", his.get(i), agent).isAfterOrEqualTo(his.get(i - 1).until);
            }
        }
    }

    @Test
    void caller_whom_agents_decline_keeps_the_place_before_the_one_who_came_later() {
        List<Ring> rings = firms.get("declined").rings;
        assertThat(rings.subList(0, 2).stream().map(ring -> ring.agent)).containsExactly(104, 100);
        assertThat(rings.subList(0, 3).stream().map(ring -> ring.caller))
                .as("rung again when the first who declined has rested, before the other caller")
                .containsOnly(UNWELCOME + 1);
        assertThat(rings.stream().filter(ring -> ring.talked).map(ring -> ring.caller))
                .containsExactlyInAnyOrder(UNWELCOME + 1, CALLER + 1);
    }

    /** One agent's phone rang for one caller. @param until the call there was over */
    private record Ring(int agent, String caller, LocalTime since, LocalTime until, boolean talked) {}

    /** A customer with a queue, whose agents' telephones are one sipp, and callers who are others. */
    private static final class Firm {
        private static final Pattern MOMENT = Pattern.compile("^\\S+\\s+(\\d\\d:\\d\\d:\\d\\d\\.\\d+)");
        private static final Pattern IN_QUEUE = Pattern.compile("\\nSIP/2.0 200 OK\\r?\\n");
        private static final Pattern CALL = Pattern.compile("(?m)^Call-ID: *(\\S+)");
        private static final Pattern INVITE =
                Pattern.compile("(?s)\nINVITE sip:\\d+-(\\d+)@.*?\nFrom:[^\n]*sip:(\\d+)@");
        /** Declined, told to stop ringing, or hung up by either. */
        private static final Pattern OVER = Pattern.compile("\\n(SIP/2.0 48[67] |CANCEL |BYE )");

        private final Exchange exchange;
        private final RtpEar audio;
        private final Customer customer;
        private final String number = "03197" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
        private final InetSocketAddress telephones;
        private String name;
        private List<Ring> rings = List.of();

        Firm(Exchange exchange, String strategy, RtpEar audio) {
            this.exchange = exchange;
            this.audio = audio;
            name = strategy;
            customer = Customer.with(exchange, 100, 101, 103, 104);
            customer.addNumber(number);
            shortWelcome();
            customer.api()
                    .put(
                            customer.path("queue"),
                            Map.of(
                                    "agents",
                                    LIST,
                                    "strategy",
                                    strategy,
                                    "penalties",
                                    Stream.of(100, 103, 101)
                                            .map(agent -> Map.of("extension", agent, "penalty", 10))
                                            .toList()));
            customer.routeTo("QUEUE", List.of());
            telephones = register();
        }

        private void shortWelcome() {
            String slot = customer.path("prompts/QUEUE_WELCOME/opening");
            customer.api().put(slot, Map.of());
            customer.api().post(slot + "/speech", Map.of("text", "Da.", "language", "ro"));
            customer.api().post(slot + "/accept", Map.of());
        }

        private InetSocketAddress register() {
            try (RawSip desk = RawSip.from(Exchange.LOOPBACK, exchange.sip())) {
                for (int agent : LIST) {
                    assertThat(desk.register(customer.sipUser(agent), customer.sipPassword(agent)))
                            .as("registration of %s", agent)
                            .hasValueSatisfying(answer -> assertThat(answer).startsWith("SIP/2.0 200"));
                }
                String here = desk.here();
                return new InetSocketAddress(
                        Exchange.LOOPBACK, Integer.parseInt(here.substring(here.lastIndexOf(':') + 1)));
            }
        }

        /** Twenty one after the other, and twenty at once. */
        Firm twentyThenTwenty() {
            withTelephones(agents -> {
                come(6, CALLER);
                pause(PAUSED);
                come(2, CALLER);
                resume(PAUSED);
                come(10, CALLER);
                come(1, UNWELCOME);
                come(1, CALLER);
                rush();
            });
            return this;
        }

        /** All have come before the first agent is there. */
        private void rush() {
            Set<Integer> all = Set.copyOf(LIST);
            pause(all);
            try (Sipp rush = Sipp.atOnce(CALLERS, "queues", somewhere(), exchange.sip(), number, of(RUSH))) {
                await("all in the queue")
                        .atMost(PATIENCE)
                        .until(() -> IN_QUEUE.matcher(rush.messages()).results().count() >= CALLERS);
                resume(all);
                rush.awaitSuccess();
            }
        }

        /** One whom both agents decline, and another; then there are agents who do not. */
        Firm declinedAndAnother() {
            name = "declined";
            Set<Integer> others = Set.of(103, 101);
            pause(others);
            withTelephones(agents -> {
                try (Sipp unwelcome = Sipp.inTurn(1, "queues", somewhere(), exchange.sip(), number, of(UNWELCOME))) {
                    await("both declined")
                            .atMost(PATIENCE)
                            .until(() -> rings(agents).size() >= 2);
                    try (Sipp another = Sipp.inTurn(1, "queues", somewhere(), exchange.sip(), number, of(CALLER))) {
                        await("rung again")
                                .atMost(PATIENCE)
                                .until(() -> rings(agents).size() >= 3);
                        resume(others);
                        another.awaitSuccess();
                        unwelcome.awaitSuccess();
                    }
                }
            });
            return this;
        }

        List<List<Integer>> oneAfterTheOther() {
            List<List<Integer>> rang = new ArrayList<>();
            String last = "";
            for (Ring ring : rings) {
                if (ring.caller.startsWith(RUSH)) {
                    return rang;
                }
                if (!ring.caller.equals(last)) {
                    rang.add(new ArrayList<>());
                }
                rang.get(rang.size() - 1).add(ring.agent);
                last = ring.caller;
            }
            return rang;
        }

        List<Ring> atOnce() {
            return rings.stream().filter(ring -> ring.caller.startsWith(RUSH)).toList();
        }

        private void withTelephones(Consumer<Sipp> day) {
            try (Sipp agents = Sipp.waiting("agents", telephones, exchange.sip(), Map.of("rtp", audio.port()))) {
                day.accept(agents);
                rings = rings(agents);
            }
        }

        /** By what the telephones received and sent. */
        private static List<Ring> rings(Sipp agents) {
            Map<String, Ring> byCall = new LinkedHashMap<>();
            for (String block : agents.messages().split("-{40,} ")) {
                Matcher call = CALL.matcher(block);
                Matcher moment = MOMENT.matcher(block);
                if (!call.find() || !moment.find()) {
                    continue;
                }
                LocalTime at = LocalTime.parse(moment.group(1));
                Matcher invite = INVITE.matcher(block);
                if (invite.find()) {
                    byCall.putIfAbsent(
                            call.group(1),
                            new Ring(Integer.parseInt(invite.group(1)), invite.group(2), at, LocalTime.MAX, false));
                } else if (OVER.matcher(block).find()) {
                    boolean hangsUp = block.contains("message sent") && block.contains("\nBYE ");
                    byCall.computeIfPresent(
                            call.group(1),
                            (id, ring) -> ring.until.isBefore(LocalTime.MAX)
                                    ? ring
                                    : new Ring(ring.agent, ring.caller, ring.since, at, hangsUp));
                }
            }
            return List.copyOf(byCall.values());
        }

        private void come(int callers, String from) {
            try (Sipp sipp = Sipp.inTurn(callers, "queues", somewhere(), exchange.sip(), number, of(from))) {
                sipp.awaitSuccess();
            }
        }

        private Map<String, String> of(String caller) {
            return Map.of("caller", caller, "rtp", audio.port());
        }

        private void pause(Set<Integer> agents) {
            agents.forEach(agent -> customer.api().put(customer.path("queue/paused/" + agent), Map.of()));
        }

        private void resume(Set<Integer> agents) {
            agents.forEach(agent -> customer.api().delete(customer.path("queue/paused/" + agent)));
        }

        private static InetSocketAddress somewhere() {
            return new InetSocketAddress(Exchange.LOOPBACK, FreePorts.one());
        }
    }
}
