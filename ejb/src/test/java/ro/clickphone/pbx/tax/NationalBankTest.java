package ro.clickphone.pbx.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.world.World;

/** The euro's rate, fetched from a table on the loopback. */
class NationalBankTest {
    private static World world;
    private static HttpServer server;
    private static volatile String table = "";

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/nbrfxrates.xml", exchange -> {
            byte[] body = table.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        world = World.with(
                Map.of("PBX_BNR_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/nbrfxrates.xml"));
    }

    @AfterAll
    static void close() {
        world.close();
        server.stop(0);
    }

    @Test
    void rate_said_in_the_afternoon_holds_from_the_next_day_and_a_person_s_is_not_overwritten() {
        world.clock().setLocal("2026-07-14T14:05:00");
        table = table("2026-07-14", "5.0873");

        world.the(NationalBank.class).run();
        world.the(NationalBank.class).run();

        TaxTables tax = world.the(TaxTables.class);
        assertThat(tax.euroRate(LocalDate.parse("2026-07-15")))
                .isEqualTo(new EuroRate(LocalDate.parse("2026-07-15"), new BigDecimal("5.0873")));
        table = table("2026-07-14", "9.9999");
        world.the(NationalBank.class).run();
        assertThat(tax.euroRate(LocalDate.parse("2026-07-15")).lei()).isEqualTo("5.0873");
    }

    @Test
    void operator_is_told_once_a_day_when_no_rate_comes_any_more() {
        world.clock().setLocal("2026-09-01T14:05:00");
        table = "<html>maintenance</html>";

        world.the(NationalBank.class).run();
        world.the(NationalBank.class).run();

        assertThat(world.number("SELECT COUNT(*) FROM mail WHERE kind = 'tax.euro.stale'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<a/>",
                "<DataSet><Body><Cube date='2026-13-40'><Rate currency='EUR'>5</Rate></Cube></Body></DataSet>",
                "<DataSet><Body><Cube date='2026-07-14'><Rate currency='EUR'>-5</Rate></Cube></Body></DataSet>",
                "<DataSet><Body><Cube date='2026-07-14'><Rate currency='EUR'>1e9</Rate></Cube></Body></DataSet>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Rate currency='EUR'>&e;</Rate>"
            })
    void what_is_no_table_is_not_read(String text) {
        assertThatThrownBy(() -> BnrTable.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String table(String day, String euro) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><DataSet xmlns=\"http://www.bnr.ro/xsd\"><Header>"
                + "<PublishingDate>" + day
                + "</PublishingDate></Header><Body><OrigCurrency>RON</OrigCurrency><Cube date=\""
                + day + "\"><Rate currency=\"HUF\" multiplier=\"100\">1.3</Rate><Rate currency=\"EUR\">" + euro
                + "</Rate><Rate currency=\"USD\">4.4</Rate></Cube></Body></DataSet>";
    }
}
