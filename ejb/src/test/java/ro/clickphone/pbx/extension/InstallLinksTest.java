package ro.clickphone.pbx.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

class InstallLinksTest {
    private static final ExtensionNumber NUMBER = new ExtensionNumber(100);
    private static World world;
    private static long accounts = 62_000;

    private final AccountId account = new AccountId(++accounts);
    private InstallLinks links;
    private ExtensionService extensions;

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
        links = world.the(InstallLinks.class);
        extensions = world.the(ExtensionService.class);
        extensions.add(account, NUMBER, "IonescuPC");
    }

    @Test
    void link_gives_the_extension_with_a_new_password_once() {
        String token = token();
        String before = ha1();
        assertThat(links.offered(token)).map(Extension::number).contains(NUMBER);
        NewExtension installed = links.install(token);
        assertThat(installed.password()).isNotEmpty();
        assertThat(ha1()).isNotEqualTo(before);
        assertThat(links.offered(token)).isEmpty();
        assertThatThrownBy(() -> links.install(token)).isInstanceOf(Refusal.class);
    }

    @Test
    void link_is_void_after_a_day() {
        String token = token();
        world.clock().advance(Duration.ofDays(1));
        assertThat(links.offered(token)).isEmpty();
        assertThatThrownBy(() -> links.install(token)).isInstanceOf(Refusal.class);
    }

    @Test
    void newer_link_takes_the_place_of_the_older() {
        String older = token();
        String newer = token();
        assertThat(links.offered(older)).isEmpty();
        assertThat(links.offered(newer)).isPresent();
    }

    @Test
    void link_goes_with_its_extension() {
        String token = token();
        extensions.delete(account, NUMBER);
        assertThat(links.offered(token)).isEmpty();
        assertThatThrownBy(() -> links.make(account, NUMBER, "http://pbx.example:8080/"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void token_is_not_in_the_database() {
        String token = token();
        assertThat(world.number("SELECT COUNT(*) FROM install_link WHERE token_sha256 = '" + token + "'"))
                .isZero();
    }

    private String token() {
        return links.make(account, NUMBER, "http://pbx.example:8080/").address().replaceFirst(".*token=", "");
    }

    private String ha1() {
        return extensions
                .credentialOf(extensions.find(account, NUMBER).who())
                .orElseThrow()
                .ha1Sha256();
    }
}
