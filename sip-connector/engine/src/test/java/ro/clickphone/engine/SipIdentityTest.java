package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is shown to whom (RFC 3323, RFC 3325), and who is said to have diverted a call. */
class SipIdentityTest {
    private final TestExchange exchange = new TestExchange();
    private SipPhone phone;
    private SipPhone carrier;

    @BeforeEach
    void phoneAndCarrier() {
        phone = exchange.phone(100, 500);
        carrier = exchange.carrier("0216583456", 800);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void carrier_is_told_a_hidden_number_and_that_it_is_hidden() {
        phone.newLeg("+40216583456").invites("Privacy: id\r\n");
        SipText invite = carrier.rings().invite();
        assertThat(invite.header("From"))
                .contains("anonymous@anonymous.invalid")
                .doesNotContain("100");
        assertThat(invite.header("P-Asserted-Identity")).contains("100@");
        assertThat(invite.header("Privacy")).isEqualTo("id");
    }

    @Test
    void carrier_is_told_an_open_number() {
        phone.newLeg("+40216583456").invites();
        SipText invite = carrier.rings().invite();
        assertThat(invite.header("From")).contains("sip:100@");
        assertThat(invite.header("P-Asserted-Identity")).contains("100@");
        assertThat(invite.headers("Privacy")).isEmpty();
    }

    @Test
    void carriers_word_on_the_caller_counts_more_than_from() {
        carrier.newLeg("100")
                .send(
                        "INVITE",
                        carrier.contact() + "P-Asserted-Identity: <sip:+40310050562@carrier.ro>\r\n",
                        carrier.voice.offer("8"));
        assertThat(phone.rings().invite().header("From")).contains("+40310050562@");
    }

    /** Carriers with an IMS core add what they know of the caller to the number itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:+40310050562;cpc=ordinary@ims.carrier.ro;user=phone>",
                "<sip:%2B40310050562@carrier.ro>",
                "<tel:+40-31-005-0562;cpc=ordinary>",
                "\"Firma\" <sip:+40(31)005.0562@carrier.ro;user=phone>",
            })
    void callers_number_is_found_among_its_parameters(String identity) {
        carrier.newLegTo("sip:100;npdi@pbx.clickphone.ro;user=phone")
                .send(
                        "INVITE",
                        carrier.contact() + "P-Asserted-Identity: " + identity + "\r\n",
                        carrier.voice.offer("8"));
        assertThat(phone.rings().invite().header("From")).contains("sip:+40310050562@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tel:102>", "<sip:1-0-2@pbx.clickphone.ro;user=phone>"})
    void phone_sends_a_caller_on_to_a_number_in_any_writing(String contact) {
        SipPhone clerk = exchange.phone(101, 700);
        SipPhone other = exchange.phone(102, 900);
        phone.newLeg("101").invites();
        clerk.rings().refuse(302, "Contact: " + contact + "\r\n");
        other.rings();
    }

    @Test
    void number_that_a_carrier_says_is_hidden_is_not_shown_to_a_phone() {
        carrier.newLeg("100")
                .send(
                        "INVITE",
                        carrier.contact() + "P-Asserted-Identity: <sip:+40310050562@carrier.ro>\r\nPrivacy: id\r\n",
                        carrier.voice.offer("8"));
        assertThat(phone.rings().invite().text())
                .contains("anonymous@anonymous.invalid")
                .doesNotContain("40310050562");
    }

    @Test
    void phone_does_not_choose_who_it_is() {
        exchange.phone(101, 700);
        SipPhone clerk = exchange.phone(102, 900);
        phone.newLeg("102").invites("P-Asserted-Identity: <sip:101@pbx.clickphone.ro>\r\n");
        assertThat(clerk.rings().invite().header("From")).contains("sip:100@").doesNotContain("101");
    }

    @Test
    void phone_that_sends_a_caller_on_is_named_to_the_next() {
        SipPhone clerk = exchange.phone(101, 700);
        SipPhone other = exchange.phone(102, 900);
        SipPhone.Leg calling = phone.newLeg("101");
        int invite = calling.invites();
        clerk.rings().refuse(302, "Contact: <sip:102@pbx.clickphone.ro>\r\n");
        SipPhone.Leg called = other.rings();
        assertThat(called.invite().header("Diversion")).startsWith("<sip:101@");
        assertThat(called.invite().header("History-Info"))
                .startsWith("<sip:101@")
                .contains(";index=1.1;mp=1");
        assertThat(called.invite().header("From")).contains("sip:100@");
        called.answer();
        calling.established(calling.finalAnswer("INVITE", invite));
        phone.voice.hears(900);
    }

    @Test
    void phone_that_may_not_send_a_caller_on_is_not_reached() {
        SipPhone clerk = exchange.phone(101, 700);
        SipPhone.Leg calling = phone.newLeg("101");
        int invite = calling.invites();
        clerk.rings().refuse(302, "Contact: <sip:0900123456@elsewhere.ro>\r\n");
        assertThat(calling.finalAnswer("INVITE", invite).status()).isEqualTo(480);
    }

    @Test
    void bye_says_why() {
        SipPhone clerk = exchange.phone(101, 700);
        SipPhone.Leg calling = phone.newLeg("101");
        int invite = calling.invites();
        SipPhone.Leg called = clerk.answers();
        calling.established(calling.finalAnswer("INVITE", invite));
        called.hangUp();
        assertThat(calling.isHungUp().header("Reason")).startsWith("Q.850;cause=16");
    }
}
