package ro.clickphone.pbx.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

class PersonServiceTest {
    private static World world;
    private static long accounts = 73_000;

    private final AccountId account = new AccountId(++accounts);
    private final AccountId other = new AccountId(++accounts);
    private final Subject person = Subject.of("+40 723 456 789");
    private PersonService people;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void two_customers_who_know_the_same_person() {
        world.clock().setLocal("2020-03-01T12:00:00");
        for (AccountId one : new AccountId[] {account, other}) {
            world.the(AccountService.class)
                    .create(one, new NewAccount("Ionescu Consult SRL", ZoneId.of("Europe/Bucharest"), 5));
            call(one, "RECEIVED", "0723456789", "Ana Pop", "0310050562", "hours:open>ring:100", "2020-02-01");
            call(one, "PLACED", "100", "", "0723456789", "out:+40723456789", "2016-02-01");
            call(one, "RECEIVED", "0216583456", "", "0310050562", "ring:100", "2020-02-02");
        }
        people = world.the(PersonService.class);
    }

    @Test
    void person_is_found_in_whatever_way_the_number_is_written() {
        for (String written : new String[] {"0723456789", "0723 456 789", "+40723456789", "0040723456789"}) {
            assertThat(people.calls(account, Subject.of(written))).as(written).hasSize(2);
        }
        assertThatThrownBy(() -> Subject.of("Ana")).isInstanceOf(Refusal.class);
    }

    @Test
    void masked_person_is_nowhere_any_more_and_the_other_customers_calls_are_untouched() {
        assertThat(people.mask(account, person)).isEqualTo(2);
        assertThat(people.calls(account, person)).isEmpty();
        assertThat(kept(account))
                .contains("0723***")
                .doesNotContain("723456789", "Ana Pop")
                .contains("0216583456");
        assertThat(kept(other)).contains("0723456789", "Ana Pop");
        assertThat(audited()).contains("privacy.masked 0723***").doesNotContain("723456789");
    }

    @Test
    void export_is_recorded_without_the_number() {
        assertThat(people.export(account, person))
                .extracting(KeptCall::sourceName)
                .contains("Ana Pop");
        assertThat(audited()).contains("privacy.exported 0723***");
    }

    @Test
    void records_older_than_three_years_lose_the_other_party_by_themselves() {
        while (world.the(Retention.class).maskSomeOld() > 0) {
            assertThat(account.value()).isPositive();
        }
        assertThat(people.calls(account, person))
                .extracting(KeptCall::direction)
                .containsExactly("RECEIVED");
        assertThat(kept(account)).contains("PLACED 100  0723*** out:***").contains("0723456789");
    }

    private static void call(
            AccountId account, String direction, String source, String name, String to, String path, String day) {
        world.inTransaction(() -> world.asked(db -> db.createNativeQuery(
                        "INSERT INTO call_detail (account_id, call_id, direction, source, source_name, destination,"
                                + " started_at, ended_at, status, talk_seconds, taken_by, cause, path) VALUES ("
                                + account
                                + ", UUID(), '" + direction + "', '" + source + "', '" + name + "', '" + to + "', '"
                                + day
                                + " 10:00:00', '" + day + " 10:01:00', 'TAKEN', 60, '"
                                + (direction.equals("PLACED") ? to : "100") + "', 'NORMAL', '" + path + "')")
                .executeUpdate()));
    }

    private static String kept(AccountId account) {
        return world.asked(db -> String.valueOf(db.createNativeQuery(
                        "SELECT GROUP_CONCAT(CONCAT_WS(' ', direction, source, source_name, destination, path, taken_by)"
                                + " SEPARATOR '\\n') FROM call_detail WHERE account_id = " + account)
                .getSingleResult()));
    }

    private String audited() {
        return world.asked(db -> String.valueOf(
                db.createNativeQuery("SELECT GROUP_CONCAT(CONCAT_WS(' ', act, subject) SEPARATOR '\\n') FROM audit"
                                + " WHERE account_id = " + account)
                        .getSingleResult()));
    }
}
