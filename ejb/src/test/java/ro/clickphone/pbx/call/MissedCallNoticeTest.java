package ro.clickphone.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.contact.ContactService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.world.World;

class MissedCallNoticeTest {
    private static World world;
    private static long accounts = 64_000;

    private final AccountId account = new AccountId(++accounts);
    private MissedCallNotice missed;

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
        world.clock().setLocal("2026-11-26T18:00:00");
        world.the(AccountService.class).create(account, new NewAccount("Flori SRL", ZoneId.of("Europe/Bucharest"), 5));
        missed = world.the(MissedCallNotice.class);
    }

    @Test
    void missed_call_is_told_by_the_name_of_the_address_book() {
        world.the(ContactService.class).save(account, "0216583456", "Construct SA");
        missed.tell(account, "office@flori.example", "ro");
        missed.kept(account, call(Direction.RECEIVED, CallStatus.LOST));
        assertThat(subjects()).isEqualTo("Apel pierdut de la 0216583456 – Construct SA");
    }

    @Test
    void several_missed_calls_in_a_few_minutes_are_not_as_many_mails() {
        missed.tell(account, "office@flori.example", "ro");
        for (int call = 0; call < 5; call++) {
            missed.kept(account, call(Direction.RECEIVED, CallStatus.LOST));
        }
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void taken_and_internal_calls_are_not_told() {
        missed.tell(account, "office@flori.example", "ro");
        missed.kept(account, call(Direction.RECEIVED, CallStatus.TAKEN));
        missed.kept(account, call(Direction.INTERNAL, CallStatus.LOST));
        assertThat(mails()).isZero();
    }

    @Test
    void nobody_is_told_who_did_not_ask_or_does_not_want_it_any_more() {
        missed.kept(account, call(Direction.RECEIVED, CallStatus.LOST));
        missed.tell(account, "office@flori.example", "ro");
        missed.tellNobody(account);
        missed.kept(account, call(Direction.RECEIVED, CallStatus.LOST));
        assertThat(mails()).isZero();
        assertThat(missed.address(account)).isEmpty();
    }

    private long mails() {
        return world.number("SELECT COUNT(*) FROM mail WHERE account_id = " + account);
    }

    private String subjects() {
        return world.asked(db ->
                (String) db.createNativeQuery("SELECT GROUP_CONCAT(subject) FROM mail WHERE account_id = " + account)
                        .getSingleResult());
    }

    private CallDetail call(Direction direction, CallStatus status) {
        Instant at = Instant.parse("2026-11-26T16:00:00Z");
        return new CallDetail(
                account,
                CallId.random(),
                direction,
                "0216583456",
                "",
                "0310050563",
                at,
                Optional.empty(),
                Optional.empty(),
                at.plusSeconds(20),
                status,
                Duration.ZERO,
                "",
                HangupCause.NO_ANSWER,
                "hours:open",
                CallPrice.NONE);
    }
}
