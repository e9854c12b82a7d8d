package ro.clickphone.pbx.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code PBX_DB_URL} after the name of the database decides whether the line to it is encrypted. */
class EncryptedDatabaseTest {
    private static final String VERIFIED = "?sslMode=verify-full";

    @TempDir
    private Path folder;

    @Test
    void line_to_the_database_is_encrypted_where_the_address_says_so() throws SQLException {
        String address = Mariadb.running().freshSchema();
        assertThat(cipher(address)).isEmpty();
        assertThat(cipher(address + VERIFIED)).startsWith("TLS");
    }

    @Test
    void database_whose_certificate_is_not_the_expected_one_is_not_spoken_to() throws Exception {
        String address = Mariadb.running().freshSchema();
        Path another = anotherCertificate();
        assertThatThrownBy(() -> cipher(address + VERIFIED + "&serverSslCert=" + another))
                .isInstanceOf(SQLException.class);
    }

    private static String cipher(String address) throws SQLException {
        try (Connection connection = Mariadb.at(address).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
            assertThat(row.next()).isTrue();
            return row.getString(2);
        }
    }

    private Path anotherCertificate() throws Exception {
        Path store = folder.resolve("another.p12");
        Path certificate = folder.resolve("another.pem");
        keytool("-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=another", "-keystore", store.toString());
        keytool("-exportcert", "-rfc", "-alias", "a", "-keystore", store.toString(), "-file", certificate.toString());
        assertThat(Files.exists(certificate)).isTrue();
        return certificate;
    }

    private static void keytool(String... order) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-storepass",
                "changeit",
                "-keypass",
                "changeit"));
        command.addAll(List.of(order));
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor(60, TimeUnit.SECONDS))
                .isTrue();
    }
}
