package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers and pick-ups as phones ask for them, with sound. */
class SipTransferTest {
    private static final int CUSTOMERS_TONE = 500;
    private static final int CLERKS_TONE = 800;
    private static final int OTHERS_TONE = 1100;

    private final TestExchange exchange = new TestExchange();
    private SipPhone customer;
    private SipPhone clerk;
    private SipPhone other;

    @BeforeEach
    void threePhones() {
        customer = exchange.phone(100, CUSTOMERS_TONE);
        clerk = exchange.phone(101, CLERKS_TONE);
        other = exchange.phone(102, OTHERS_TONE);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private void customerHearsOther() {
        customer.voice.hears(OTHERS_TONE);
        other.voice.hears(CUSTOMERS_TONE);
    }

    private static String referTo(String target) {
        return "Refer-To: " + target + "\r\n";
    }

    private static String replacing(SipPhone.Leg leg) {
        String name = leg.callId + ";to-tag=" + leg.remoteTag + ";from-tag=" + leg.localTag;
        return referTo("<sip:102@pbx.clickphone.ro?Replaces=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + ">");
    }

    @Test
    void blind_transfer_by_the_called() {
        CallInProgress call = talk();
        assertThat(call.clerks()
                        .ask("REFER", clerk.contact() + referTo("sip:102@pbx.clickphone.ro"), "")
                        .status())
                .isEqualTo(202);
        other.answers();
        assertThat(call.clerks().transferResult()).isEqualTo(200);
        call.clerks().isHungUp();
        customerHearsOther();
        call.customers().hangUp();
        other.takes("BYE");
    }

    @Test
    void blind_transfer_that_is_refused_leaves_the_talk() {
        CallInProgress call = talk();
        assertThat(call.clerks()
                        .ask("REFER", clerk.contact() + referTo("sip:999999@pbx.clickphone.ro"), "")
                        .status())
                .isEqualTo(202);
        assertThat(call.clerks().transferResult()).isEqualTo(403);
        customer.voice.hears(CLERKS_TONE);
        clerk.voice.hears(CUSTOMERS_TONE);
    }

    @Test
    void attended_transfer_joins_the_two() {
        CallInProgress call = talk();
        assertThat(call.clerks().reinvite("sendonly").status()).isEqualTo(200);
        CallInProgress consultation = talk(clerk, "102", other);
        assertThat(call.clerks()
                        .ask("REFER", clerk.contact() + replacing(consultation.callers()), "")
                        .status())
                .isEqualTo(202);
        assertThat(call.clerks().transferResult()).isEqualTo(200);
        call.clerks().isHungUp();
        consultation.callers().isHungUp();
        customerHearsOther();
        consultation.calleds().hangUp();
        call.customers().isHungUp();
    }

    @Test
    void unknown_dialog_is_told_to_the_one_who_refers_to_it() {
        CallInProgress call = talk();
        String strange = referTo("<sip:102@pbx.clickphone.ro?Replaces=nothing%3Bto-tag%3Da%3Bfrom-tag%3Db>");
        assertThat(call.clerks().ask("REFER", clerk.contact() + strange, "").status())
                .isEqualTo(202);
        assertThat(call.clerks().transferResult()).isEqualTo(481);
        customer.voice.hears(CLERKS_TONE);
    }

    @Test
    void refer_without_a_target_is_a_bad_request() {
        CallInProgress call = talk();
        assertThat(call.clerks().ask("REFER", clerk.contact(), "").status()).isEqualTo(400);
        assertThat(call.clerks()
                        .ask("REFER", clerk.contact() + referTo("<sip:102@x;method=BYE>"), "")
                        .status())
                .isEqualTo(403);
        assertThat(call.clerks()
                        .ask("REFER", clerk.contact() + referTo("<http://x/y>"), "")
                        .status())
                .isEqualTo(416);
    }

    @Test
    void refer_that_wants_no_subscription_is_told_nothing() {
        CallInProgress call = talk();
        SipText answer = call.clerks()
                .ask("REFER", clerk.contact() + "Refer-Sub: false\r\n" + referTo("<sip:102@pbx.clickphone.ro>"), "");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Refer-Sub")).isEqualTo("false");
        other.answers();
        call.clerks().isHungUp();
        customerHearsOther();
        assertThat(clerk.hasReceived(text -> text.is("NOTIFY"))).isFalse();
    }

    @Test
    void ringing_call_is_picked_up_by_replaces() {
        SipPhone.Leg calling = customer.newLeg("101");
        int number = calling.invites();
        SipPhone.Leg ringing = clerk.rings();
        customer.await("180", text -> text.status() == 180);
        String name = ringing.callId + ";to-tag=" + ringing.remoteTag + ";from-tag=" + ringing.localTag + ";early-only";
        other.calls("101", "Require: replaces\r\nReplaces: " + name + "\r\n");
        calling.established(calling.finalAnswer("INVITE", number));
        customerHearsOther();
        SipText cancel = clerk.awaitRequest("CANCEL");
        assertThat(cancel.header("Reason")).contains("cause=200");
    }

    @Test
    void carrier_may_not_refer() {
        SipPhone carrier = exchange.carrier("0216583456", CUSTOMERS_TONE);
        SipPhone.Leg leg = carrier.newLeg("101");
        int number = leg.send("INVITE", carrier.contact(), carrier.voice.offer("8", "101"));
        clerk.answers();
        leg.established(leg.finalAnswer("INVITE", number));
        assertThat(leg.ask("REFER", carrier.contact() + referTo("sip:102@pbx.clickphone.ro"), "")
                        .status())
                .isEqualTo(403);
    }

    private record CallInProgress(SipPhone.Leg callers, SipPhone.Leg calleds) {
        SipPhone.Leg customers() {
            return callers;
        }

        SipPhone.Leg clerks() {
            return calleds;
        }
    }

    private CallInProgress talk() {
        return talk(customer, "101", clerk);
    }

    private static CallInProgress talk(SipPhone one, String number, SipPhone two) {
        SipPhone.Leg calling = one.newLeg(number);
        int invite = calling.invites();
        SipPhone.Leg called = two.answers();
        calling.established(calling.finalAnswer("INVITE", invite));
        return new CallInProgress(calling, called);
    }
}
