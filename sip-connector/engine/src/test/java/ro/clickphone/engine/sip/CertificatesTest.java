package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private Path certificate;
    private Path key;
    private long written = System.currentTimeMillis();

    @BeforeEach
    void one() throws Exception {
        certificate = folder.resolve("certificate.pem");
        key = folder.resolve("key.pem");
        make();
    }

    /** A new pair, as an operator puts it there. */
    private void make() throws Exception {
        Path store = folder.resolve("keys.p12");
        Files.deleteIfExists(store);
        String command = "-genkeypair -alias a -keyalg EC -groupname secp256r1 -dname CN=pbx -storetype PKCS12"
                + " -storepass changeit -keystore " + store;
        ProcessBuilder keytool = new ProcessBuilder(("keytool " + command).split(" "));
        keytool.command()
                .set(
                        0,
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString());
        assertThat(keytool.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            write(key, pem("PRIVATE KEY", keys.getKey("a", PASSWORD).getEncoded()));
            write(certificate, pem("CERTIFICATE", keys.getCertificate("a").getEncoded()));
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    /** Each time with a later date, however coarse the file system's clock is. */
    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        written += 2000;
        Files.setLastModifiedTime(file, FileTime.fromMillis(written));
    }

    @Test
    void the_same_file_is_not_read_again() throws Exception {
        Certificates certificates = new Certificates(certificate, key);
        SslContext first = certificates.current();
        certificates.refresh();
        assertThat(certificates.current()).isSameAs(first);
    }

    @Test
    void a_new_one_is_used_from_then_on() throws Exception {
        Certificates certificates = new Certificates(certificate, key);
        SslContext first = certificates.current();
        make();
        certificates.refresh();
        assertThat(certificates.current()).isNotSameAs(first);
    }

    @Test
    void a_broken_new_one_leaves_the_old_one_in_use_until_it_is_mended() throws Exception {
        Certificates certificates = new Certificates(certificate, key);
        SslContext first = certificates.current();
        write(certificate, "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        certificates.refresh();
        assertThat(certificates.current()).isSameAs(first);
        Files.delete(key);
        certificates.refresh();
        assertThat(certificates.current()).isSameAs(first);
        make();
        certificates.refresh();
        assertThat(certificates.current()).isNotSameAs(first);
    }

    @Test
    void a_server_that_has_a_broken_one_does_not_start() throws Exception {
        write(key, "nothing");
        assertThatThrownBy(() -> new Certificates(certificate, key)).isInstanceOf(IOException.class);
    }
}
