package ro.clickphone.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.world.World;

/** Pages of the calls of a busy month: 400 received, two in each minute, every fourth lost, and 100 placed. */
class CallPageTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final AccountId ACCOUNT = new AccountId(61_010);
    private static final CallFilter MONTH = CallFilter.of(YearMonth.of(2026, 11), BUCHAREST);
    private static final int PAGE = 20;

    private static World world;
    private static CallDetailService calls;

    @BeforeAll
    static void open() {
        world = World.open();
        calls = world.the(CallDetailService.class);
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Probe SRL", BUCHAREST, 5));
        world.asked(db -> db.createNativeQuery(
                        "INSERT INTO call_detail (account_id, call_id, direction, source, source_name, destination,"
                                + " started_at, ended_at, status, talk_seconds, taken_by, cause, path, price)"
                                + " SELECT 61010, UUID(), IF(seq <= 400, 'RECEIVED', 'PLACED'), CONCAT('0720', 100000 + seq),"
                                + " '', '0310050562', '2026-11-03 08:00:00' + INTERVAL seq DIV 2 MINUTE,"
                                + " '2026-11-20 08:00:00', IF(seq % 4 = 0, 'LOST', 'TAKEN'), 30, '100', 'NORMAL', '', 7"
                                + " FROM seq_1_to_500")
                .executeUpdate());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** Or the index alone could neither count nor give a page in its own order. */
    @Test
    void what_every_call_fulfils_is_not_asked_and_equal_calls_stand_as_in_the_index() {
        ChosenCalls everything = new ChosenCalls(ACCOUNT, EnumSet.allOf(Direction.class), MONTH);
        assertThat(everything.clause()).doesNotContain("LIKE", "c.status", "c.direction");
        ChosenCalls some = new ChosenCalls(
                ACCOUNT, EnumSet.of(Direction.PLACED), MONTH.withText("07").withStatus(CallStatus.LOST));
        assertThat(some.clause()).contains("LIKE", "c.status", "c.direction");
        assertThat(CallSort.NEWEST_FIRST.clause()).isEqualTo(" ORDER BY c.startedAt DESC, c.key.callId DESC");
    }

    @Test
    void pages_do_not_overlap_although_calls_began_in_the_same_second() {
        Set<CallDetail> seen = new HashSet<>();
        for (int offset = 0; offset < 400; offset += PAGE) {
            seen.addAll(page(MONTH, offset).items());
        }
        assertThat(seen).hasSize(400);
    }

    @Test
    void a_page_that_is_not_full_is_the_last_and_one_behind_it_still_knows_how_many_there_are() {
        CallFilter found = MONTH.withText("072010010");
        assertThat(page(found, 0).total()).as("072010010 and its last digit").isEqualTo(10);
        assertThat(page(MONTH, 390).total()).isEqualTo(400);
        assertThat(page(MONTH, 390).items()).hasSize(10);
        assertThat(page(MONTH, 400).total()).isEqualTo(400);
        assertThat(page(MONTH.withText("nobody"), 0)).isEqualTo(new Page<CallDetail>(List.of(), 0));
    }

    @Test
    void lost_calls_alone_and_calls_of_all_directions() {
        assertThat(page(MONTH.withStatus(CallStatus.LOST), 0).total()).isEqualTo(100);
        assertThat(calls.all(ACCOUNT, MONTH, CallSort.NEWEST_FIRST, PageRequest.first(PAGE))
                        .total())
                .isEqualTo(500);
        CallTotals totals = calls.totals(ACCOUNT, EnumSet.of(Direction.RECEIVED), MONTH.withText("0720"));
        assertThat(totals.taken()).isEqualTo(300);
        assertThat(totals.lost()).isEqualTo(100);
    }

    private static Page<CallDetail> page(CallFilter filter, int offset) {
        return calls.received(ACCOUNT, filter, CallSort.NEWEST_FIRST, new PageRequest(offset, PAGE));
    }
}
