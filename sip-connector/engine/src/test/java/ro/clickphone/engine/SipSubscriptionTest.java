package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.SipIdentity;

/** Lamps of messages waiting and of colleagues, presence, and texts between extensions. */
class SipSubscriptionTest {
    private static final SipIdentity BOSS = new SipIdentity("53630-100", "pbx.clickphone.ro");

    private final TestExchange exchange = new TestExchange();
    private SipPhone boss;
    private SipPhone clerk;

    @BeforeEach
    void phones() {
        boss = exchange.phone(100, 500);
        clerk = exchange.phone(101, 800);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private static SipPhone.Leg subscribes(SipPhone phone, String to, String event) {
        return subscribes(phone, to, event, 600);
    }

    private static SipPhone.Leg subscribes(SipPhone phone, String to, String event, int seconds) {
        SipPhone.Leg leg = phone.newLeg(to);
        leg.toIsNow(leg.proven("SUBSCRIBE", words(phone, event, seconds), "", 200));
        return leg;
    }

    private static String words(SipPhone phone, String event, int seconds) {
        return phone.contact() + "Event: " + event + "\r\nExpires: " + seconds + "\r\n";
    }

    private static void refused(SipPhone phone, String to, String headers, int status) {
        phone.newLeg(to).proven("SUBSCRIBE", phone.contact() + headers, "", status);
    }

    // ---- messages waiting ---------------------------------------------------------------------------------------

    @Test
    void lamp_of_messages_follows_the_mailbox() {
        exchange.engine.messagesWaiting(BOSS, 1, 0);
        subscribes(boss, "53630-100", "message-summary");
        SipText first = boss.takes("NOTIFY");
        assertThat(first.header("Subscription-State")).startsWith("active;expires=");
        assertThat(first.header("Content-Type")).isEqualTo("application/simple-message-summary");
        assertThat(first.body()).contains("Messages-Waiting: yes").contains("Voice-Message: 1/0 (0/0)");
        exchange.engine.messagesWaiting(BOSS, 2, 8);
        assertThat(boss.takes("NOTIFY").body()).contains("Voice-Message: 2/8 (0/0)");
        exchange.engine.messagesWaiting(BOSS, 0, 8);
        assertThat(boss.takes("NOTIFY").body()).contains("Messages-Waiting: no").contains("Voice-Message: 0/8");
    }

    @Test
    void mailbox_of_a_colleague_is_nobodys_business() {
        refused(boss, "101", "Event: message-summary\r\n", 403);
    }

    // ---- lamps of colleagues ------------------------------------------------------------------------------------

    @Test
    void colleague_sees_a_call_ring_and_takes_it() {
        SipPhone watcher = exchange.phone(102, 1100);
        subscribes(watcher, "101", "dialog");
        assertThat(watcher.takes("NOTIFY").body())
                .contains("<state>terminated</state>")
                .contains("version=\"0\"");
        SipPhone.Leg calling = boss.newLeg("101");
        int invite = calling.invites();
        clerk.rings();
        String early = untilIt(watcher, "<state>early</state>");
        assertThat(early)
                .contains("entity=\"sip:101@pbx.clickphone.ro\"")
                .contains("direction=\"recipient\"")
                .contains("sip:100@pbx.clickphone.ro");
        String name = attribute(early, "call-id") + ";to-tag=" + attribute(early, "remote-tag") + ";from-tag="
                + attribute(early, "local-tag") + ";early-only";
        watcher.calls("101", "Require: replaces\r\nReplaces: " + name + "\r\n");
        calling.established(calling.finalAnswer("INVITE", invite));
        boss.voice.hears(1100);
        untilIt(watcher, "<state>terminated</state>");
    }

    @Test
    void talk_is_confirmed_and_its_end_is_told() {
        SipPhone watcher = exchange.phone(102, 1100);
        subscribes(watcher, "53630-100", "dialog;id=7");
        SipText first = watcher.takes("NOTIFY");
        assertThat(first.header("Event")).isEqualTo("dialog;id=7");
        SipPhone.Leg calling = boss.newLeg("101");
        int invite = calling.invites();
        clerk.answers();
        calling.established(calling.finalAnswer("INVITE", invite));
        assertThat(untilIt(watcher, "<state>confirmed</state>"))
                .contains("direction=\"initiator\"")
                .contains("sip:101@");
        calling.hangUp();
        untilIt(watcher, "<state>terminated</state>");
    }

    private static String untilIt(SipPhone phone, String words) {
        while (true) {
            String body = phone.takes("NOTIFY").body();
            if (body.contains(words)) {
                return body;
            }
        }
    }

    private static String attribute(String xml, String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]+)\"").matcher(xml);
        assertThat(found.find()).as(name + " in " + xml).isTrue();
        return found.group(1);
    }

    @Test
    void presence_is_open_while_a_phone_is_registered() {
        subscribes(boss, "103", "presence");
        assertThat(boss.takes("NOTIFY").body()).contains("<basic>closed</basic>");
        exchange.phone(103, 700);
        assertThat(untilIt(boss, "<basic>open</basic>")).doesNotContain("on-the-phone");
    }

    // ---- bounds and refusals ------------------------------------------------------------------------------------

    @Test
    void only_what_is_served_can_be_subscribed_to() {
        refused(boss, "101", "Event: conference\r\n", 489);
        refused(boss, "101", "", 489);
        refused(boss, "101", "Event: dialog\r\nExpires: 10\r\n", 423);
        refused(boss, "101", "Event: dialog\r\nAccept: application/pidf+xml\r\n", 406);
        refused(boss, "54000-101", "Event: dialog\r\n", 404);
    }

    @Test
    void subscription_needs_the_password() {
        SipPhone stranger = exchange.carrier("53630-100", 300);
        SipPhone.Leg leg = stranger.newLeg("101");
        assertThat(leg.ask("SUBSCRIBE", words(stranger, "dialog", 600), "").status())
                .isEqualTo(401);
    }

    @Test
    void phone_that_subscribes_anew_is_told_once() {
        SipPhone.Leg before = subscribes(boss, "101", "dialog");
        boss.takes("NOTIFY");
        subscribes(boss, "101", "dialog");
        boss.takes("NOTIFY");
        assertThat(before.ask("SUBSCRIBE", words(boss, "dialog", 600), "").status())
                .isEqualTo(481);
    }

    @Test
    void subscription_is_renewed_and_ended_in_its_dialog() {
        SipPhone.Leg leg = subscribes(boss, "101", "dialog");
        boss.takes("NOTIFY");
        SipText renewed = leg.ask("SUBSCRIBE", words(boss, "dialog", 900), "");
        assertThat(renewed.header("Expires")).isEqualTo("900");
        boss.takes("NOTIFY");
        assertThat(leg.ask("SUBSCRIBE", words(boss, "dialog", 0), "").status()).isEqualTo(200);
        assertThat(boss.takes("NOTIFY").header("Subscription-State")).isEqualTo("terminated;reason=timeout");
        assertThat(leg.ask("SUBSCRIBE", words(boss, "dialog", 900), "").status())
                .isEqualTo(481);
    }

    @Test
    void subscription_ends_when_its_time_is_over() {
        subscribes(boss, "101", "dialog", 60);
        boss.takes("NOTIFY");
        exchange.clock.pass(Duration.ofSeconds(61));
        assertThat(boss.takes("NOTIFY").header("Subscription-State")).isEqualTo("terminated;reason=timeout");
    }

    @Test
    void phone_that_knows_nothing_of_it_is_told_no_more() {
        SipPhone.Leg leg = subscribes(boss, "101", "dialog");
        SipText notify = boss.awaitRequest("NOTIFY");
        boss.reply(notify, 481, "", "", "");
        org.awaitility.Awaitility.await().until(() -> {
            SipText again = leg.ask("SUBSCRIBE", words(boss, "dialog", 900), "");
            return again.status() == 481;
        });
    }

    @Test
    void changed_password_ends_what_was_subscribed_to() {
        subscribes(boss, "101", "dialog");
        boss.takes("NOTIFY");
        exchange.engine.credentialChanged(BOSS);
        assertThat(boss.takes("NOTIFY").header("Subscription-State")).isEqualTo("terminated;reason=deactivated");
    }

    @Test
    void one_phone_cannot_subscribe_without_end() {
        for (int number = 200; number < 350; number++) {
            subscribes(boss, String.valueOf(number), "dialog");
        }
        refused(boss, "350", "Event: dialog\r\n", 503);
        subscribes(clerk, "350", "dialog");
    }

    // ---- texts --------------------------------------------------------------------------------------------------

    private static int texts(SipPhone from, String to, String type, String body, int expected) {
        return from.newLeg(to)
                .proven("MESSAGE", "Content-Type: " + type + "\r\n", body, expected)
                .status();
    }

    @Test
    void text_is_relayed_to_a_colleague() {
        SipPhone.Leg leg = boss.newLeg("101");
        SipText challenge = leg.ask("MESSAGE", "Content-Type: text/plain\r\n", "Bună ziua, țară");
        assertThat(challenge.status()).isEqualTo(407);
        int number = leg.sendProven("MESSAGE", challenge, "Content-Type: text/plain\r\n", "Bună ziua, țară");
        SipText message = clerk.takes("MESSAGE");
        assertThat(message.body()).isEqualTo("Bună ziua, țară");
        assertThat(message.header("From")).contains("<sip:100@pbx.clickphone.ro>");
        assertThat(leg.finalAnswer("MESSAGE", number).status()).isEqualTo(200);
    }

    @Test
    void text_that_cannot_be_relayed_is_refused() {
        texts(boss, "103", "text/plain", "x", 480);
        texts(boss, "54000-101", "text/plain", "x", 404);
        texts(boss, "101", "image/png", "x", 415);
        texts(boss, "101", "text/plain", "x".repeat(1301), 413);
    }

    @Test
    void one_who_writes_without_end_is_stopped() {
        for (int i = 0; i < 30; i++) {
            texts(boss, "103", "text/plain", "x", 480);
        }
        texts(boss, "103", "text/plain", "x", 503);
        texts(clerk, "103", "text/plain", "x", 480);
    }

    // ---- what is said of it -------------------------------------------------------------------------------------

    @Test
    void options_say_what_is_served() {
        SipText answer = boss.newLeg("").ask("OPTIONS", "", "");
        assertThat(answer.header("Allow")).contains("SUBSCRIBE", "MESSAGE", "REFER", "UPDATE", "PRACK");
        assertThat(answer.header("Allow-Events")).isEqualTo("message-summary, dialog, presence");
    }

    @Test
    void refer_without_a_call_is_forbidden() {
        assertThat(boss.newLeg("101")
                        .ask("REFER", boss.contact() + "Refer-To: <sip:102@x>\r\n", "")
                        .status())
                .isEqualTo(403);
    }
}
