package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.Wheel;

/** What happens when somebody waits too long, with timers that run twenty times as fast; and what crosses on the way. */
class SipPatienceTest extends TalkScene {
    private static final String WE_REFRESH = "Supported: timer\r\nSession-Expires: 90;refresher=uas\r\n";
    private static final String PHONE_REFRESHES = "Supported: timer\r\nSession-Expires: 90;refresher=uac\r\n";

    SipPatienceTest() {
        super(Wheel.faster(20));
    }

    private HangupCause causeOfTheEnd() {
        Awaitility.await("the record").until(() -> !exchange.records.isEmpty());
        return exchange.records.get(0).cause();
    }

    @Test
    void phone_that_stops_refreshing_is_hung_up_and_so_is_the_other() {
        talk(PHONE_REFRESHES);
        calling.isHungUp();
        answering.isHungUp();
        assertThat(causeOfTheEnd()).isEqualTo(HangupCause.SIGNALLING_TIMEOUT);
    }

    @Test
    void session_that_is_left_to_us_is_refreshed_by_update_again_and_again() {
        talk(WE_REFRESH + "Allow: INVITE, ACK, BYE, UPDATE\r\n");
        for (int i = 0; i < 3; i++) {
            SipText update = caller.awaitRequest("UPDATE");
            assertThat(update.header("Session-Expires")).isEqualTo("90;refresher=uac");
            caller.reply(update, 200, "", caller.contact() + "Session-Expires: 90;refresher=uac\r\n", "");
        }
        assertThat(exchange.records).isEmpty();
    }

    @Test
    void phone_without_update_is_refreshed_by_invite_and_its_own_invite_has_to_wait() {
        talk(WE_REFRESH);
        SipText refresh = caller.awaitRequest("INVITE");
        assertThat(refresh.body()).contains("m=audio");
        assertThat(calling.ask("INVITE", caller.contact(), caller.voice.sdp("sendonly", "8"))
                        .status())
                .isEqualTo(491);
        caller.reply(refresh, 491, "", "", "");
        SipText again = caller.awaitRequest("INVITE");
        caller.reply(
                again,
                200,
                "",
                caller.contact() + "Session-Expires: 90;refresher=uac\r\n",
                caller.voice.sdp("sendrecv", "8", "101"));
        caller.awaitRequest("ACK");
        caller.voice.hears(800);
        assertThat(exchange.records).isEmpty();
    }

    @Test
    void phone_that_promised_update_and_refuses_it_is_refreshed_by_invite_from_then_on() {
        talk(WE_REFRESH + "Allow: INVITE, ACK, BYE, UPDATE\r\n");
        SipText update = caller.awaitRequest("UPDATE");
        caller.reply(update, 405, "", "Allow: INVITE, ACK, BYE\r\n", "");
        for (int i = 0; i < 2; i++) {
            SipText invite = caller.awaitRequest("INVITE");
            caller.reply(
                    invite,
                    200,
                    "",
                    caller.contact() + "Session-Expires: 90;refresher=uac\r\n",
                    caller.voice.sdp("sendrecv", "8", "101"));
            caller.awaitRequest("ACK");
        }
        assertThat(caller.hasReceived(
                        text -> text.is("UPDATE") && !text.header("CSeq").equals(update.header("CSeq"))))
                .isFalse();
        assertThat(exchange.records).isEmpty();
    }

    @Test
    void phone_that_knows_of_no_such_dialog_any_more_is_let_go() {
        talk(WE_REFRESH + "Allow: UPDATE\r\n");
        caller.reply(caller.awaitRequest("UPDATE"), 481, "", "", "");
        answering.isHungUp();
        assertThat(causeOfTheEnd()).isEqualTo(HangupCause.SIGNALLING_TIMEOUT);
    }

    @Test
    void caller_that_never_sends_its_prack_is_refused() {
        calling = caller.newLeg("101");
        int invite = calling.invites("Require: 100rel\r\n");
        answering = called.answers();
        assertThat(calling.finalAnswer("INVITE", invite).status()).isEqualTo(504);
        answering.isHungUp();
    }

    @Test
    void answer_that_is_never_acknowledged_ends_the_call() {
        calling = caller.newLeg("101");
        int invite = calling.invites();
        answering = called.answers();
        SipText ok = calling.finalAnswer("INVITE", invite);
        calling.toIsNow(ok);
        calling.isHungUp();
        answering.isHungUp();
    }

    @Test
    void answer_that_crosses_the_cancel_is_acknowledged_and_hung_up() {
        calling = caller.newLeg("101");
        int invite = calling.invites();
        answering = called.rings();
        caller.await("180", text -> text.status() == 180);
        calling.cancel();
        assertThat(calling.finalAnswer("INVITE", invite).status()).isEqualTo(487);
        SipText cancel = called.awaitRequest("CANCEL");
        assertThat(cancel.header("Reason")).contains("cause=487");
        answering.answer();
        assertThat(answering.isHungUp().header("Reason")).isNotEmpty();
    }

    @Test
    void both_hang_up_at_once() {
        talk("");
        int mine = calling.send("BYE", "", "");
        int theirs = answering.send("BYE", "", "");
        assertThat(calling.finalAnswer("BYE", mine).status()).isEqualTo(200);
        assertThat(answering.finalAnswer("BYE", theirs).status()).isIn(200, 481);
        causeOfTheEnd();
        assertThat(exchange.records).hasSize(1);
    }
}
