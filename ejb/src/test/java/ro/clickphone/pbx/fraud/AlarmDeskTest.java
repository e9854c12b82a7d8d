package ro.clickphone.pbx.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.account.NewUser;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.notify.MailFilter;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.PostedMail;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.world.World;

class AlarmDeskTest {
    private static World world;
    private static long accounts = 72_000;

    private final AccountId account = new AccountId(++accounts);
    private final String email = "alarm" + account + "@probe.example";
    private FraudService fraud;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        world.clock().setLocal("2015-10-06T12:00:00");
        world.the(AccountService.class)
                .create(account, new NewAccount("Ionescu Consult SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(Users.class).add(account, new NewUser(email, "Ana", Role.OWNER, "O parolă de probă 2026"));
        fraud = world.the(FraudService.class);
    }

    @Test
    void first_call_to_a_country_is_told_once_and_calls_go_on() {
        look("+5352661234");
        look("+5352661234", "+5352665678");
        assertThat(mails("fraud.alarm")).hasSize(1);
        assertThat(text("fraud.alarm")).contains("Cuba").contains("Apelurile continuă");
        assertThat(fraud.alarms(account)).extracting(UseAlarm::subject).containsExactly("CU");
        assertThat(fraud.settings(account).heldSince()).isEmpty();
    }

    @Test
    void thirty_numbers_are_told_in_the_words_of_the_language() {
        look(IntStream.range(0, 30).mapToObj(n -> "+402165834" + (10 + n)).toArray(String[]::new));
        assertThat(mails("fraud.alarm"))
                .extracting(mail -> world.the(Outbox.class).text(mail.id()))
                .anySatisfy(text -> assertThat(text).contains("30 de numere diferite sunate într-o oră"))
                .anySatisfy(text -> assertThat(text).contains("30 de apeluri într-un minut"));
    }

    @Test
    void held_account_calls_abroad_again_when_its_owner_gives_the_pin() {
        Pin pin = pin();
        fraud.setOnAlarm(account, pin, OnAlarm.HOLD);
        look("+5352661234");
        assertThat(fraud.settings(account).heldSince()).isPresent();
        assertThat(permitsAbroad()).isFalse();
        assertThat(text("fraud.alarm")).contains("oprite până când le confirmați");
        fraud.confirm(account, pin);
        assertThat(permitsAbroad()).isTrue();
    }

    @Test
    void country_called_in_the_weeks_before_is_nothing_new() {
        world.inTransaction(() -> world.asked(db -> db.createNativeQuery(
                        "INSERT INTO call_detail (account_id, call_id, direction, source, source_name, destination,"
                                + " started_at, ended_at, status, talk_seconds, taken_by, cause, path) VALUES ("
                                + account + ", UUID(), 'PLACED', '100', '', '005352660000', '2015-10-01 10:00:00',"
                                + " '2015-10-01 10:01:00', 'TAKEN', 60, '', 'NORMAL', '')")
                .executeUpdate()));
        look("+5352661234");
        assertThat(fraud.alarms(account)).isEmpty();
    }

    private void look(String... numbers) {
        world.the(AlarmDesk.class)
                .look(
                        account,
                        List.of(numbers).stream()
                                .map(number -> new PlacedCall(world.clock().instant(), number))
                                .toList());
    }

    private boolean permitsAbroad() {
        return fraud.rules(account).permits(java.util.Optional.empty(), "+5352661234", NumberClass.INTERNATIONAL);
    }

    private Pin pin() {
        world.the(PinService.class).renew(account);
        return new Pin(text("fraud.pin").replaceAll("(?s).*este ([0-9]{6})\\..*", "$1"));
    }

    private String text(String kind) {
        return world.the(Outbox.class).text(mails(kind).get(0).id());
    }

    private List<PostedMail> mails(String kind) {
        return world.the(Outbox.class).list(new MailFilter(Set.of(), email), PageRequest.first(50)).items().stream()
                .filter(mail -> mail.kind().equals(kind))
                .toList();
    }
}
