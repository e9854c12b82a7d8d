package ro.clickphone.pbx.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.world.World;

/** Secrets in the database, on a real one. */
class SealingTest {
    private static final AccountId ACCOUNT = new AccountId(88_001);
    private static World world;

    @BeforeAll
    static void open() {
        world = World.open();
        world.the(AccountService.class).create(ACCOUNT, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void what_an_older_version_left_in_clear_is_sealed_at_the_start_and_works_as_before() {
        world.asked(db -> db.createNativeQuery("INSERT INTO trunk (name, number_format, login_user, login_password,"
                        + " registration) VALUES ('Old', 'E164', 'us', 'open-sesame', 'STATIC')")
                .executeUpdate());
        world.asked(db -> db.createNativeQuery(
                        "INSERT INTO trunk_peer (trunk_id, position, host, port, transport, priority,"
                                + " weight) SELECT trunk_id, 0, '127.0.0.1', 5060, 'UDP', 1, 1 FROM trunk")
                .executeUpdate());
        world.the(ExtensionService.class).add(ACCOUNT, new ExtensionNumber(100), "Ana");
        String md5 = "0123456789abcdef0123456789abcdef";
        world.asked(db -> db.createNativeQuery("UPDATE extension SET ha1_md5 = '" + md5 + "' WHERE account_id = 88001")
                .executeUpdate());

        world.the(Sealing.class).run(world.the(DataSource.class));
        world.the(Sealing.class).run(world.the(DataSource.class));

        assertThat(texts("SELECT login_password FROM trunk")).allMatch(text -> text.startsWith("sealed:"));
        assertThat(texts("SELECT ha1_md5 FROM extension UNION SELECT ha1_sha256 FROM extension"))
                .allMatch(text -> text.startsWith("sealed:"));
        assertThat(world.the(NumberService.class).trunks())
                .flatExtracting(trunk -> trunk.login().stream().toList())
                .extracting(TrunkConfig.Login::password)
                .containsExactly("open-sesame");
        assertThat(world.the(ExtensionService.class)
                        .credentialOf(world.the(ExtensionService.class)
                                .list(ACCOUNT)
                                .get(0)
                                .who())
                        .orElseThrow()
                        .ha1Md5())
                .isEqualTo(md5);
    }

    @Test
    void exchange_with_another_key_than_before_does_not_open() {
        world.the(Sealing.class).run(world.the(DataSource.class));
        world.asked(db -> db.createNativeQuery("UPDATE vault_key SET fingerprint = 'another'")
                .executeUpdate());
        assertThatThrownBy(() -> world.the(Sealing.class).run(world.the(DataSource.class)))
                .hasMessageContaining("vault.key");
        world.asked(db -> db.createNativeQuery("DELETE FROM vault_key").executeUpdate());
    }

    @Test
    void key_is_for_the_servers_user_alone() throws Exception {
        assertThat(Files.getPosixFilePermissions(Path.of("target/data/vault.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static List<String> texts(String sql) {
        return world.asked(db -> {
            @SuppressWarnings("unchecked")
            List<String> rows = db.createNativeQuery(sql).getResultList();
            return rows;
        });
    }
}
