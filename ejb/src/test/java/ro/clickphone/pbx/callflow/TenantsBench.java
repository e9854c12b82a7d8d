package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallFilter;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.contact.ContactService;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.world.World;

/**
 * What pages and calls take with two tenants and with a thousand, ten extensions and 300 calls each. No test of the house,
 * since figures depend on the machine: {@code mvn -pl ejb -am test -Dtest=TenantsBench
 * -Dsurefire.failIfNoSpecifiedTests=false}; they stand in {@code server-config/benchmark-tenants.md}.
 */
class TenantsBench {
    private static final long FIRST = 200_001;
    private static final int FEW = 2;
    private static final int MANY = 1_000;
    private static final int ROUNDS = 250;
    private static final int TURNS = 4;
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private World world;

    /** In turns, since what a machine does beside changes from one minute to the next; the first turn warms. */
    @Test
    void pages_and_calls_with_two_and_with_a_thousand_tenants() {
        String few = exchangeOf(FEW);
        String many = exchangeOf(MANY);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (int turn = 0; turn <= TURNS; turn++) {
            Map<String, long[]> ofFew = measured(few, FEW);
            Map<String, long[]> ofMany = measured(many, MANY);
            if (turn > 0) {
                ofFew.forEach((what, times) ->
                        rows.computeIfAbsent(what, key -> new ArrayList<>()).add(compared(times, ofMany.get(what))));
            }
        }
        System.out.println("medians in µs, 2 : 1,000 tenants (ratio), turn by turn");
        rows.forEach((what, turns) -> System.out.printf("%-34s %s%n", what, String.join("  ", turns)));
    }

    private static String compared(long[] few, long[] many) {
        return String.format(
                Locale.ROOT, "%5d : %5d (%.2f)", of(few, 50), of(many, 50), (double) of(many, 50) / of(few, 50));
    }

    private String exchangeOf(int tenants) {
        world = World.open();
        fill(tenants);
        String address = world.address();
        world.close();
        return address;
    }

    private Map<String, long[]> measured(String exchange, int tenants) {
        world = World.at(exchange);
        world.clock().setLocal("2026-11-26T12:00:00");
        Map<String, long[]> figures = measured(tenants);
        world.close();
        return figures;
    }

    private Map<String, long[]> measured(int tenants) {
        world.the(RoutingPlans.class).warm();
        CallFilter month = CallFilter.of(MONTH, BUCHAREST);
        ExtensionService extensions = world.the(ExtensionService.class);
        CallDetailService calls = world.the(CallDetailService.class);
        Map<String, long[]> figures = new LinkedHashMap<>();
        figures.put("list of extensions", times(tenants, account -> extensions.list(new AccountId(account))));
        figures.put(
                "received calls, first page",
                times(
                        tenants,
                        account -> calls.received(
                                new AccountId(account), month, CallSort.NEWEST_FIRST, PageRequest.first(20))));
        figures.put(
                "received calls, searched, page 3",
                times(
                        tenants,
                        account -> calls.received(
                                new AccountId(account),
                                month.withText("07"),
                                CallSort.NEWEST_FIRST,
                                new PageRequest(40, 20))));
        figures.put(
                "sums of the report",
                times(tenants, account -> calls.totals(new AccountId(account), EnumSet.of(Direction.RECEIVED), month)));
        figures.put("address book, first page", times(tenants, account -> world.the(ContactService.class)
                .list(new AccountId(account), "", PageRequest.first(20))));
        figures.put("plan read anew", times(tenants, account -> world.the(PlanReader.class)
                .read(new AccountId(account))));
        figures.put("decision on an arriving call", times(tenants, this::arrives));
        return figures;
    }

    /** The call is over at once, or its channel would be missed by the next. */
    private void arrives(long account) {
        CallId call = CallId.random();
        Party carrier = new Party.PublicNumber(new TrunkId(1), "0216583456");
        CallDesk desk = world.the(CallDesk.class);
        CallStep step =
                desk.arrived(new IncomingCall(call, carrier, did(account), CallerId.of("0216583456"), Instant.now()));
        assertThat(step.step()).isInstanceOf(Step.Play.class);
        desk.happened(List.of(new LegEvent(new LegId(call, 0), carrier, LegEvent.Kind.ENDED, Instant.now())));
    }

    private long[] times(int tenants, LongConsumer work) {
        Random random = new Random(7);
        long[] micros = new long[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long account = FIRST + random.nextInt(tenants);
            long begun = System.nanoTime();
            work.accept(account);
            if (round >= 0) {
                micros[round] = (System.nanoTime() - begun) / 1_000;
            }
        }
        Arrays.sort(micros);
        return micros;
    }

    private static long of(long[] sorted, int percent) {
        return sorted[(sorted.length - 1) * percent / 100];
    }

    private static String did(long account) {
        return "0310" + account;
    }

    /** By SQL: a hundred thousand rows by services would take longer than the measuring. */
    private void fill(int tenants) {
        String who = FIRST + "_to_" + (FIRST + tenants - 1);
        long trunk = world.the(NumberService.class)
                .addTrunk(NewTrunk.to(
                        "bench",
                        NewTrunk.Peer.of("127.0.0.1", 26060, Transport.UDP),
                        List.of("127.0.0.1"),
                        TrunkConfig.NumberFormat.E164_PLUS))
                .id()
                .value();
        sql("INSERT INTO account (account_id, name, time_zone, extension_limit, created_at)"
                + " SELECT seq, CONCAT('Firma ', seq), 'Europe/Bucharest', 10, UTC_TIMESTAMP() FROM seq_" + who);
        sql(
                "INSERT INTO extension (account_id, extension, name, realm, ha1_md5, ha1_sha256, ring_seconds, always_target,"
                        + " always_state, busy_target, busy_state, unavailable_target, unavailable_state, created_at)"
                        + " SELECT a.seq, e.seq, CONCAT('Post ', e.seq), 'pbx', MD5(a.seq), SHA2(a.seq, 256), 20, '', 'UNSET',"
                        + " '', 'UNSET', '', 'UNSET', UTC_TIMESTAMP() FROM seq_" + who + " a, seq_100_to_109 e");
        sql("INSERT INTO did (number, account_id, trunk_id, created_at)" + " SELECT CONCAT('+40310', seq), seq, "
                + trunk + ", UTC_TIMESTAMP() FROM seq_" + who);
        sql("INSERT INTO waiting_queue (account_id, strategy, longest_wait_seconds)"
                + " SELECT seq, 'LINEAR', 300 FROM seq_" + who);
        sql("INSERT INTO queue_agent (account_id, place, extension)" + " SELECT a.seq, e.seq - 100, e.seq FROM seq_"
                + who + " a, seq_100_to_103 e");
        sql("INSERT INTO routing (account_id, destination, extensions) SELECT seq, 'QUEUE', '' FROM seq_" + who);
        sql("INSERT INTO contact (account_id, number, name)"
                + " SELECT a.seq, CONCAT('+40720', c.seq), CONCAT('Client ', c.seq) FROM seq_" + who
                + " a, seq_100001_to_100100 c");
        sql("INSERT INTO call_detail (account_id, call_id, direction, source, source_name, destination, started_at,"
                + " answered_at, talking_at, ended_at, status, talk_seconds, taken_by, cause, path)"
                + " SELECT a.seq, CONCAT(LPAD(a.seq, 8, '0'), '-0000-4000-8000-', LPAD(c.seq, 12, '0')),"
                + " IF(c.seq % 3 = 0, 'PLACED', 'RECEIVED'), CONCAT('0720', 100000 + c.seq), '', '0310050562',"
                + " TIMESTAMP('2026-10-05') + INTERVAL c.seq * 4 HOUR, NULL, NULL,"
                + " TIMESTAMP('2026-10-05') + INTERVAL c.seq * 4 HOUR, IF(c.seq % 4 = 0, 'LOST', 'TAKEN'), 30, '100',"
                + " 'NORMAL', 'hours:open queue' FROM seq_" + who + " a, seq_1_to_300 c");
    }

    private void sql(String statement) {
        world.asked(db -> db.createNativeQuery(statement).executeUpdate());
    }
}
