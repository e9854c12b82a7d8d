package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.api.HangupCause;

/** What few phones do and the standards allow, or forbid. */
class SipCornersTest extends TalkScene {
    /** Its ACK was lost, so that the first INVITE's answer is repeated, and acknowledged, when the second has come. */
    @Test
    void late_ack_of_the_first_invite_is_none_of_the_second() {
        calling = caller.newLeg("101");
        int invite = calling.invites();
        answering = called.answers();
        SipText first = calling.finalAnswer("INVITE", invite);
        calling.toIsNow(first);
        caller.voice.to(first.body());
        int again = calling.send("INVITE", caller.contact(), caller.voice.sdp("sendrecv", "8", "101"));
        SipText second = calling.finalAnswer("INVITE", again);
        caller.send(calling.ack(first, ""));
        SipText tooEarly = calling.ask("INVITE", caller.contact(), caller.voice.sdp("sendrecv", "8", "101"));
        assertThat(tooEarly.status()).as("the second has no ACK yet").isEqualTo(500);
        caller.send(calling.ackOfRefusal(tooEarly));
        caller.send(calling.ack(second, ""));
        assertThat(calling.reinvite("sendrecv").status()).isEqualTo(200);
        bothHear();
    }

    @Test
    void refused_invite_in_a_talk_that_began_without_an_offer_leaves_the_talk() {
        calling = caller.newLeg("101");
        int invite = calling.invitesWithoutOffer();
        answering = called.answers();
        SipText ok = calling.finalAnswer("INVITE", invite);
        calling.toIsNow(ok);
        caller.voice.to(ok.body());
        caller.send(calling.ack(ok, caller.voice.sdp("sendrecv", "8", "101")));
        bothHear();
        SipText refused = calling.ask(
                "INVITE",
                caller.contact() + "Supported: timer\r\nSession-Expires: 30\r\n",
                caller.voice.sdp("sendrecv", "8", "101"));
        assertThat(refused.status()).isEqualTo(422);
        caller.send(calling.ackOfRefusal(refused));
        assertThat(calling.ask("OPTIONS", "", "").status()).isEqualTo(200);
        assertThat(calling.ask("OPTIONS", "", "").status()).isEqualTo(200);
        bothHear();
    }

    // ---- bodies -------------------------------------------------------------------------------------------------

    @Test
    void body_that_is_no_session_description_is_refused_in_a_talk_too() {
        talk();
        String type = caller.contact() + "Content-Type: application/isup\r\n";
        SipText refused = calling.ask("INVITE", type, "\1\2\3");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.header("Accept")).contains("application/sdp");
        caller.send(calling.ackOfRefusal(refused));
        assertThat(calling.ask("UPDATE", type, "\1\2\3").status()).isEqualTo(415);
        bothHear();
    }

    @Test
    void packed_body_is_refused_with_what_we_can_unpack() {
        calling = caller.newLeg("101");
        int invite = calling.invites("Content-Encoding: gzip\r\n");
        SipText refused = calling.finalAnswer("INVITE", invite);
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(called.hasReceived(text -> text.is("INVITE"))).isFalse();
    }

    @Test
    void body_that_may_be_passed_over_is() {
        talk();
        String type = caller.contact()
                + "Content-Type: application/isup\r\nContent-Disposition: signal;handling=optional\r\n";
        SipText ok = calling.ask("UPDATE", type, "\1\2\3");
        assertThat(ok.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed;boundary=one", "multipart/mixed; boundary=\"one\""})
    void session_description_is_found_among_other_parts(String type) {
        calling = caller.newLeg("101");
        String part = "--one\r\nContent-Type: application/isup;version=itu-t92+\r\n"
                + "Content-Disposition: signal; handling=optional\r\n\r\n\1\2\3\r\n"
                + "--one\r\nContent-Type: application/sdp\r\n\r\n";
        int invite = calling.invites("Content-Type: " + type + "\r\n", body -> part + body + "--one--\r\n");
        answering = called.answers();
        calling.established(calling.finalAnswer("INVITE", invite));
        bothHear();
    }

    @Test
    void info_of_an_unknown_kind_is_refused() {
        talk();
        SipText refused = calling.ask("INFO", "Content-Type: application/media_control+xml\r\n", "<x/>");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.header("Accept")).contains("application/dtmf-relay");
        assertThat(calling.ask("INFO", "", "").status()).isEqualTo(200);
    }

    // ---- descriptions -------------------------------------------------------------------------------------------

    private SipText again(UnaryOperator<String> change) {
        String sdp = change.apply(caller.voice.sdp("sendrecv", "8", "101"));
        SipText answer = calling.ask("INVITE", caller.contact(), sdp);
        assertThat(answer.status()).isEqualTo(200);
        caller.send(calling.ack(answer, ""));
        return answer;
    }

    /** As phones of the old standard hold (RFC 2543). */
    @Test
    void address_of_nothing_is_a_hold() {
        talk();
        again(sdp -> sdp.replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0"));
        called.voice.hearsNoMore(CALLERS_TONE);
        int before = called.voice.heard().size();
        org.awaitility.Awaitility.await("music")
                .until(() -> called.voice.heard().size() > before + 25);
        again(sdp -> sdp);
        bothHear();
    }

    @Test
    void address_may_stand_at_the_audio_alone_and_the_order_of_codecs_may_change() {
        talk();
        String nowhere = "c=IN IP4 192.0.2.1\r\n";
        SipText answer = again(sdp -> sdp.replace("c=IN IP4 127.0.0.1\r\n", nowhere)
                .replace("RTP/AVP 8 101\r\n", "RTP/AVP 0 8 96\r\nc=IN IP4 127.0.0.1\r\n"));
        assertThat(answer.body()).contains("RTP/AVP 8 96\r\n");
        bothHear();
    }

    @Test
    void called_one_asks_for_an_offer_in_the_talk_and_answers_it_by_its_ack() {
        talk();
        SipText offer = answering.ask("INVITE", called.contact(), "");
        assertThat(offer.body()).contains("m=audio");
        called.send(answering.ack(offer, called.voice.sdp("sendrecv", "8", "101")));
        bothHear();
    }

    // ---- headers ------------------------------------------------------------------------------------------------

    @Test
    void compact_headers_mean_the_same() {
        calling = caller.newLeg("101");
        int invite = calling.invites("k: timer\r\nx: 90;refresher=uac\r\n");
        answering = called.answers();
        SipText ok = calling.finalAnswer("INVITE", invite);
        assertThat(ok.header("Session-Expires")).isEqualTo("90;refresher=uac");
        calling.established(ok);
        SipPhone third = exchange.phone(102, 1200);
        assertThat(calling.ask("REFER", caller.contact() + "r: <sip:102@pbx.clickphone.ro>\r\n", "")
                        .status())
                .isEqualTo(202);
        third.answers();
        assertThat(calling.transferResult()).isEqualTo(200);
        third.voice.hears(CALLEDS_TONE);
    }

    @Test
    void folded_headers_are_read() {
        calling = caller.newLeg("101");
        int invite =
                calling.invites("Supported: 100rel,\r\n  timer\r\nSession-Expires:\r\n\t90\r\n ;refresher=uac\r\n");
        answering = called.answers();
        SipText ok = calling.finalAnswer("INVITE", invite);
        assertThat(ok.header("Session-Expires")).isEqualTo("90;refresher=uac");
        calling.established(ok);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel:101;phone-context=pbx.clickphone.ro",
                "tel:1-0-1;phone-context=pbx.clickphone.ro",
                "sip:101@pbx.clickphone.ro;user=phone",
                "sip:101;phone-context=pbx.clickphone.ro@pbx.clickphone.ro;user=phone",
                "sip:%31%30%31@pbx.clickphone.ro",
                "sips:101@pbx.clickphone.ro",
            })
    void all_these_mean_extension_101(String uri) {
        calling = caller.newLegTo(uri);
        int invite = calling.invites();
        answering = called.answers();
        calling.established(calling.finalAnswer("INVITE", invite));
        bothHear();
        assertThat(exchange.business.arrivals.get(0).dialled()).isEqualTo("101");
    }

    @Test
    void unknown_extension_that_is_demanded_is_named_and_unknown_methods_are_told_which_we_know() {
        calling = caller.newLeg("101");
        String demands = caller.contact() + "Require: resource-priority, 100rel, x\r\n";
        SipText refused = calling.proven("INVITE", demands, "", 420);
        assertThat(refused.header("Unsupported")).isEqualTo("resource-priority, x");
        talk();
        for (String method : List.of("PUBLISH", "FROBNICATE")) {
            SipText answer = calling.ask(method, caller.contact(), "");
            assertThat(answer.status()).isIn(405, 501);
            assertThat(answer.header("Allow")).contains("INVITE", "BYE");
        }
        SipText older = calling.askWithNumber("INFO", 0);
        assertThat(older.status()).isEqualTo(500);
        bothHear();
    }

    @Test
    void invitation_that_expires_is_given_up() {
        calling = caller.newLeg("101");
        int invite = calling.invites("Expires: 1\r\n");
        called.rings();
        assertThat(calling.finalAnswer("INVITE", invite).status()).isEqualTo(487);
        called.awaitRequest("CANCEL");
    }

    // ---- several devices ----------------------------------------------------------------------------------------

    @Test
    void user_who_declines_at_one_telephone_is_rung_at_none() {
        SipPhone second = exchange.phone(101, 1200);
        calling = caller.newLeg("101");
        int invite = calling.invites();
        SipPhone.Leg atFirst = called.rings();
        second.rings();
        atFirst.refuse(603, "");
        assertThat(second.awaitRequest("CANCEL").header("Reason")).contains("cause=");
        assertThat(calling.finalAnswer("INVITE", invite).status()).isBetween(400, 699);
    }

    @Test
    void both_telephones_of_a_user_answer_at_once_and_one_is_hung_up() {
        SipPhone second = exchange.phone(101, 1200);
        calling = caller.newLeg("101");
        int invite = calling.invites();
        SipPhone.Leg one = called.rings();
        SipPhone.Leg other = second.rings();
        one.answerWithoutWaiting();
        other.answerWithoutWaiting();
        calling.established(calling.finalAnswer("INVITE", invite));
        called.await("ACK", text -> text.is("ACK"));
        second.await("ACK", text -> text.is("ACK"));
        org.awaitility.Awaitility.await()
                .until(() -> called.hasReceived(text -> text.is("BYE")) != second.hasReceived(text -> text.is("BYE")));
        SipPhone talks = called.hasReceived(text -> text.is("BYE")) ? second : called;
        talks.voice.hears(CALLERS_TONE);
        calling.hangUp();
        (talks == called ? one : other).isHungUp();
        org.awaitility.Awaitility.await().until(() -> !exchange.records.isEmpty());
        assertThat(exchange.records.get(0).cause()).isEqualTo(HangupCause.NORMAL);
    }

    /** In progress that it need not repeat, and then nothing of it in the answer; carriers do that. */
    @Test
    void answer_without_a_description_means_the_one_of_its_progress() {
        calling = caller.newLeg("101");
        int invite = calling.invites();
        answering = called.rings();
        String audio = called.voice.to(answering.invite().body()).sdp("sendrecv", "8", "101");
        called.reply(answering.invite(), 183, answering.localTag, called.contact(), audio);
        caller.await("183", text -> text.status() == 183);
        answering.answer("");
        calling.established(calling.finalAnswer("INVITE", invite));
        bothHear();
    }
}
