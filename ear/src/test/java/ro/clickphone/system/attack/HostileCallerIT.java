package ro.clickphone.system.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.browser.Journey;

/** Whoever calls a customer chooses the name that pages, files, mails and logs then show. */
class HostileCallerIT extends Journey {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> NAMES = List.of(
            "<script>alert(41)</script>",
            "<img src=x onerror=alert(41)>",
            "=HYPERLINK(1+1)",
            "+cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "#{me.name}${7*7}",
            "{0} {1} {999}",
            "Forged%0d%0aSIGN_IN_FAILED address=192.0.2.1");

    @Test
    void name_that_a_caller_chose_is_shown_as_text_and_never_obeyed(Exchange exchange) throws IOException {
        Customer customer = Customer.with(exchange, 100);
        String number = "03107" + customer.id();
        customer.addNumber(number);
        customer.routeTo("EXTENSIONS", List.of(100));
        String email = "hostile" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        for (String name : NAMES) {
            call(exchange, number, name);
        }
        await("records of all calls")
                .atMost(PATIENCE)
                .until(() -> customer.records().size() == NAMES.size());
        List<String> kept = customer.records().stream()
                .map(record -> record.get("sourceName").getAsString())
                .toList();
        assertThat(kept).contains("<script>alert(41)</script>", "=HYPERLINK(1+1)");

        List<String> dialogs = new ArrayList<>();
        portal.page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        portal.signIn(email, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        portal.visit("call/receivedCalls.xhtml");
        assertThat(portal.page().locator("main").innerText()).contains("<script>alert(41)</script>");
        assertThat(portal.page().locator("main").innerText()).contains("#{me.name}${7*7}", "{0} {1} {999}");
        assertThat(portal.page().locator("main img[src='x']").count()).isZero();
        portal.photograph("hostile-callers");

        Download file = portal.page()
                .waitForDownload(
                        () -> portal.page().locator("#filters\\:export").click());
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSizeGreaterThan(NAMES.size());
        assertThat(lines).noneMatch(line -> line.matches(".*(^|,)\"?[=+@-][A-Za-z(].*"));
        assertThat(String.join("\n", lines)).contains("'=HYPERLINK");
        assertThat(dialogs).isEmpty();

        portal.visit("privacy/person.xhtml");
        portal.page().locator("#person\\:number").fill("021 658 3456");
        portal.page().locator("#person\\:search").click();
        assertThat(portal.page().locator("#person").innerText()).contains(NAMES.size() + " apeluri păstrate");
        portal.photograph("privacy-person");
        portal.page().locator("#person\\:mask").click();
        await("the person's names are gone").atMost(PATIENCE).until(() -> customer.records().stream()
                .allMatch(record -> record.get("sourceName").getAsString().isEmpty()
                        && record.get("source").getAsString().equals("0216***")));
        assertThat(dialogs).isEmpty();
        assertThat(Files.readAllLines(exchange.log()))
                .noneMatch(line -> line.startsWith("SIGN_IN_FAILED") || line.startsWith("Forged"));
    }

    private static void call(Exchange exchange, String number, String name) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(exchange.carrier())) {
            String callId = UUID.randomUUID().toString();
            String branch = "z9hG4bK" + callId;
            send(socket, exchange, message("INVITE", exchange, number, name, callId, branch, ""));
            String answer;
            do {
                answer = receive(socket);
            } while (answer.startsWith("SIP/2.0 1"));
            assertThat(answer).matches("(?s)SIP/2.0 [3-6][0-9][0-9] .*");
            String tag = answer.replaceAll("(?s).*\r\nTo: [^\r]*(;tag=[^;\r]*).*", "$1");
            send(socket, exchange, message("ACK", exchange, number, name, callId, branch, tag));
        }
    }

    private static void send(DatagramSocket socket, Exchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, exchange.sip()));
    }

    private static String receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private static String message(
            String method, Exchange exchange, String number, String name, String callId, String branch, String tag) {
        String here =
                exchange.carrier().getHostString() + ":" + exchange.carrier().getPort();
        String body = method.equals("ACK")
                ? ""
                : "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                        + "m=audio 49170 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
        String type = body.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        return method + " " + exchange.uri(number) + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + here + ";rport;branch=" + branch + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: \"" + name + "\" <sip:0216583456@" + here + ">;tag=" + callId.substring(0, 8) + "\r\n"
                + "To: <" + exchange.uri(number) + ">" + tag + "\r\n"
                + "Call-ID: " + callId + "\r\nCSeq: 1 " + method + "\r\n"
                + "Contact: <sip:0216583456@" + here + ">\r\n"
                + type
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
