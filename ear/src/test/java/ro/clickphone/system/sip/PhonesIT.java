package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.FreePorts;
import ro.clickphone.system.SharedExchange;

/** Telephones of four makes call each other, each with a tone of its own: what one says the other hears, and not itself. */
@ExtendWith(SharedExchange.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhonesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int BARESIP_UDP = 100;
    private static final int BARESIP_TCP = 101;
    private static final int LINPHONE_UDP = 102;
    private static final int LINPHONE_TCP = 103;
    private static final int PAGE_WS = 104;
    private static final int PAGE_WSS = 105;
    private static final int SIPP = 106;
    private static final Map<Integer, Integer> TONES = Map.of(
            BARESIP_UDP, 500, BARESIP_TCP, 700, LINPHONE_UDP, 1100, LINPHONE_TCP, 1300, PAGE_WS, 1700, PAGE_WSS, 1900);

    private static final int FIFTH_TONE = 1600;
    private static final List<Integer> CONFERENCE = List.of(500, 700, 1100, 1300, FIFTH_TONE);
    private static final int ONE_SECOND = 10;
    /** Each of four equal tones is a quarter of what is heard; makes differ in how loud theirs are. */
    private static final double HEARD = 0.05;

    private static final double NOT_HEARD = 0.01;

    private final String number = "03199" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
    private final Map<Integer, Telephone> phones = new TreeMap<>();
    private Exchange exchange;
    private Customer customer;

    @BeforeAll
    void registerAll(Exchange running) {
        exchange = running;
        customer = Customer.with(exchange, 100, 101, 102, 103, 104, 105, 106);
        customer.addNumber(number);
        phones.put(BARESIP_UDP, Phone.registered(exchange, customer, BARESIP_UDP, TONES.get(BARESIP_UDP)));
        phones.put(BARESIP_TCP, Phone.registeredOverTcp(exchange, customer, BARESIP_TCP, TONES.get(BARESIP_TCP)));
        phones.put(LINPHONE_UDP, linphone(LINPHONE_UDP, Linphone.Talks.PCMA_OVER_UDP));
        phones.put(LINPHONE_TCP, linphone(LINPHONE_TCP, Linphone.Talks.OPUS_OVER_TCP));
        phones.put(PAGE_WS, BrowserPhone.registered(exchange, customer, PAGE_WS, TONES.get(PAGE_WS)));
        phones.put(PAGE_WSS, BrowserPhone.registeredOverTls(exchange, customer, PAGE_WSS, TONES.get(PAGE_WSS)));
    }

    private Linphone linphone(int extension, Linphone.Talks how) {
        return Linphone.registered(exchange, customer, extension, how, TONES.get(extension));
    }

    @AfterAll
    void switchOff() {
        for (Telephone phone : phones.values()) {
            phone.close();
        }
    }

    @ParameterizedTest(name = "{0} {1} calls {2} {3}")
    @CsvSource({
        "100, baresip over UDP, 101, baresip over TCP",
        "100, baresip, 102, linphone over UDP",
        "103, linphone over TCP, 101, baresip",
        "102, linphone, 103, linphone in Opus",
        "104, page over WS, 100, baresip",
        "101, baresip, 105, page over WSS",
        "103, linphone in Opus, 104, page",
        "105, page, 102, linphone",
        "104, page, 105, page",
    })
    void two_hear_each_other(int from, String caller, int to, String called) {
        Telephone one = phone(from);
        Telephone other = phone(to);
        one.dial(Integer.toString(to));
        other.takeUp();
        one.awaitTalk();
        hears(one, to);
        hears(other, from);
        assertThat(one.hears(TONES.get(from))).as(caller + " hears itself").isFalse();
        assertThat(other.hears(TONES.get(to))).as(called + " hears itself").isFalse();
        if (one instanceof BrowserPhone page) {
            assertThat(page.codec())
                    .matches(
                            other instanceof BrowserPhone
                                    ? "audio/opus SRTP_.*"
                                    : "audio/PCM[AU] SRTP_AES128_CM_HMAC_SHA1_80");
        }
        one.hangUp();
        other.awaitEnd();
    }

    /** It sends back what it hears: so both ways are proved at the other end. */
    @ParameterizedTest(name = "{0} calls sipp")
    @ValueSource(ints = {BARESIP_TCP, LINPHONE_UDP, PAGE_WS})
    void called_sipp_is_heard(int from) {
        InetSocketAddress telephone = new InetSocketAddress(Exchange.LOOPBACK, FreePorts.one());
        Map<String, String> words = Map.of("domain", "pbx.clickphone.ro", "password", customer.sipPassword(SIPP));
        try (Sipp register = Sipp.start("register", telephone, exchange.sip(), customer.sipUser(SIPP), words)) {
            register.awaitSuccess();
        }
        Telephone caller = phone(from);
        try (Sipp sipp = Sipp.start("stays", telephone, exchange.sip(), "106", echo())) {
            caller.dial("106");
            caller.awaitTalk();
            hears(caller, from);
            caller.hangUp();
            sipp.awaitSuccess();
        }
    }

    @ParameterizedTest(name = "sipp calls {0}")
    @ValueSource(ints = {BARESIP_UDP, LINPHONE_TCP, PAGE_WSS})
    void calling_sipp_is_heard(int to) {
        customer.routeTo("EXTENSIONS", List.of(to));
        Telephone called = phone(to);
        Map<String, String> words = new TreeMap<>(echo());
        words.put("caller", "0216583456");
        try (Sipp sipp = Sipp.start("listens", exchange.carrier(), exchange.sip(), number, words)) {
            called.takeUp();
            hears(called, to);
            called.hangUp();
            sipp.awaitSuccess();
        }
        called.awaitEnd();
    }

    private static Map<String, String> echo() {
        return Map.of("echo", Integer.toString(FreePorts.one() / 2 * 2));
    }

    @Test
    void five_in_a_conference_hear_the_four_others_and_not_themselves() {
        try (Phone fifth = Phone.registered(exchange, customer, SIPP, FIFTH_TONE)) {
            Phone one = (Phone) phone(BARESIP_UDP);
            Phone two = (Phone) phone(BARESIP_TCP);
            Linphone three = (Linphone) phone(LINPHONE_UDP);
            Linphone four = (Linphone) phone(LINPHONE_TCP);
            List<Telephone> five = List.of(one, two, three, four, fifth);
            for (Telephone phone : five) {
                phone.dial("*601");
                phone.awaitTalk();
            }
            hearsAllBut(one::heard, TONES.get(BARESIP_UDP));
            hearsAllBut(two::heard, TONES.get(BARESIP_TCP));
            hearsAllBut(three::heard, TONES.get(LINPHONE_UDP));
            hearsAllBut(four::heard, TONES.get(LINPHONE_TCP));
            hearsAllBut(fifth::heard, FIFTH_TONE);
            five.forEach(Telephone::hangUp);
            five.forEach(Telephone::awaitEnd);
        }
    }

    private static void hearsAllBut(Supplier<Heard> listener, int own) {
        await("the four others").atMost(PATIENCE).untilAsserted(() -> {
            Heard second = listener.get().last(ONE_SECOND);
            for (int tone : CONFERENCE) {
                long tenths = second.tenthsWith(tone, tone == own ? NOT_HEARD : HEARD);
                assertThat(tenths)
                        .as("%d Hz, while the own one is %d Hz", tone, own)
                        .isEqualTo(tone == own ? 0 : ONE_SECOND);
            }
        });
    }

    @Test
    void linphone_holds_the_call_and_takes_it_back() {
        Linphone holder = (Linphone) phone(LINPHONE_UDP);
        Phone held = (Phone) phone(BARESIP_UDP);
        int call = talk(holder, held, BARESIP_UDP);
        hears(held, LINPHONE_UDP);
        holder.hold(call);
        await("music").atMost(PATIENCE).untilAsserted(() -> {
            Heard second = held.heard().last(ONE_SECOND);
            assertThat(second.tenthsOfSound()).isGreaterThan(ONE_SECOND / 2);
            assertThat(second.tenthsWith(TONES.get(LINPHONE_UDP), NOT_HEARD)).isZero();
        });
        holder.resume(call);
        await("the voice again").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        held.heard().last(ONE_SECOND).tenthsOf(TONES.get(LINPHONE_UDP)))
                .isEqualTo(ONE_SECOND));
        holder.hangUp();
        held.awaitEnd();
    }

    @Test
    void page_holds_the_call_and_takes_it_back_and_talks_on_from_another_port() {
        BrowserPhone page = (BrowserPhone) phone(PAGE_WS);
        Phone other = (Phone) phone(BARESIP_UDP);
        page.dial(Integer.toString(BARESIP_UDP));
        other.takeUp();
        page.awaitTalk();
        hears(other, PAGE_WS);
        assertThat(page.offersAnew("sendonly")).isEqualTo("SIP/2.0 200 OK");
        await("music").atMost(PATIENCE).untilAsserted(() -> {
            Heard second = other.heard().last(ONE_SECOND);
            assertThat(second.tenthsOfSound()).isGreaterThan(ONE_SECOND / 2);
            assertThat(second.tenthsWith(TONES.get(PAGE_WS), NOT_HEARD)).isZero();
        });
        assertThat(page.offersAnew("sendrecv")).isEqualTo("SIP/2.0 200 OK");
        bothHearNow(page, PAGE_WS, other, BARESIP_UDP);
        int port = page.port();
        assertThat(page.restartsIce()).isEqualTo("SIP/2.0 200 OK");
        await("another port").atMost(PATIENCE).until(() -> page.port() != 0 && page.port() != port);
        bothHearNow(page, PAGE_WS, other, BARESIP_UDP);
        page.hangUp();
        other.awaitEnd();
    }

    private static void bothHearNow(BrowserPhone page, int pages, Phone other, int others) {
        await("the voices again").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(other.heard().last(ONE_SECOND).tenthsOf(TONES.get(pages)))
                    .isEqualTo(ONE_SECOND);
            assertThat(page.hears(TONES.get(others))).isTrue();
        });
    }

    @Test
    void linphone_hands_over_without_a_word() {
        Linphone clerk = (Linphone) phone(LINPHONE_UDP);
        Phone caller = (Phone) phone(BARESIP_UDP);
        int call = talk(clerk, caller, BARESIP_UDP);
        Telephone third = phone(PAGE_WS);
        clerk.handOver(call, Integer.toString(PAGE_WS));
        third.takeUp();
        clerk.awaitEnd();
        hears(caller, PAGE_WS);
        hears(third, BARESIP_UDP);
        caller.hangUp();
        third.awaitEnd();
    }

    @Test
    void linphone_hands_over_after_a_word_with_the_third() {
        Linphone clerk = (Linphone) phone(LINPHONE_UDP);
        Phone caller = (Phone) phone(BARESIP_UDP);
        Phone third = (Phone) phone(BARESIP_TCP);
        int first = talk(clerk, caller, BARESIP_UDP);
        clerk.hold(first);
        clerk.awaitLine("Call " + first + " .* (paused|pausing)");
        int second = talk(clerk, third, BARESIP_TCP);
        hears(third, LINPHONE_UDP);
        clerk.join(first, second);
        clerk.awaitEnd();
        clerk.awaitEnd();
        hears(caller, BARESIP_TCP);
        hears(third, BARESIP_UDP);
        caller.hangUp();
        third.awaitEnd();
    }

    private static int talk(Linphone caller, Telephone called, int extension) {
        caller.dial(Integer.toString(extension));
        int call = caller.callBegun();
        called.takeUp();
        caller.awaitTalk();
        return call;
    }

    private Telephone phone(int extension) {
        Telephone phone = phones.get(extension);
        phone.forget();
        return phone;
    }

    private static void hears(Telephone listener, int speaker) {
        await("the tone of " + speaker).atMost(PATIENCE).until(() -> listener.hears(TONES.get(speaker)));
    }
}
