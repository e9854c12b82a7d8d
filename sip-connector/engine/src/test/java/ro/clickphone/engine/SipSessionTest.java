package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.media.Phone;

/** What phones do to a talk while it lasts: hold, glare, session timers; and to an INVITE before it is answered. */
class SipSessionTest extends TalkScene {
    private static final int MOVED_TONE = 1300;

    // ---- hold ---------------------------------------------------------------------------------------------------

    @Test
    void one_put_on_hold_hears_music_and_then_the_other_again() {
        talk();
        for (String how : List.of("sendonly", "inactive")) {
            SipText held = calling.reinvite(how);
            assertThat(held.status()).isEqualTo(200);
            assertThat(held.body()).contains(how.equals("sendonly") ? "a=recvonly" : "a=inactive");
            called.voice.hearsNoMore(CALLERS_TONE);
            hearsSomething(called);
            assertThat(calling.reinvite("sendrecv").body()).contains("a=sendrecv");
            bothHear();
        }
    }

    @Test
    void both_hold_and_each_takes_the_other_back() {
        talk();
        calling.reinvite("sendonly");
        answering.reinvite("sendonly");
        calling.reinvite("sendrecv");
        hearsSomething(caller);
        answering.reinvite("sendrecv");
        bothHear();
    }

    @Test
    void hold_by_update_is_the_same() {
        talk();
        SipText held = calling.ask("UPDATE", caller.contact(), caller.voice.sdp("sendonly", "8", "101"));
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.body()).contains("a=recvonly");
        called.voice.hearsNoMore(CALLERS_TONE);
        assertThat(calling.ask("UPDATE", caller.contact(), "").status()).isEqualTo(200);
    }

    private static void hearsSomething(SipPhone phone) {
        int before = phone.voice.heard().size();
        Awaitility.await("music").until(() -> phone.voice.heard().size() > before + 25);
    }

    // ---- INVITE on INVITE ---------------------------------------------------------------------------------------

    @Test
    void second_invite_before_the_ack_of_the_first_has_to_wait() {
        talk();
        int first = calling.send("INVITE", caller.contact(), caller.voice.sdp("sendrecv", "8"));
        SipText ok = calling.finalAnswer("INVITE", first);
        SipText refused = calling.ask("INVITE", caller.contact(), caller.voice.sdp("sendonly", "8"));
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        caller.send(calling.ack(ok, ""));
        called.voice.hears(CALLERS_TONE);
    }

    @Test
    void invite_without_an_offer_gets_ours_and_the_ack_answers() {
        talk();
        SipText offer = calling.ask("INVITE", caller.contact(), "");
        assertThat(offer.body()).contains("m=audio");
        caller.send(calling.ack(offer, caller.voice.sdp("sendrecv", "8", "101")));
        caller.voice.hears(CALLEDS_TONE);
    }

    @Test
    void bye_before_the_answer_leaves_no_invite_without_one() {
        SipPhone.Leg leg = caller.newLeg("101");
        int invite = leg.invites();
        called.rings();
        SipText ringing = caller.await("180", text -> text.status() == 180);
        leg.toIsNow(ringing);
        assertThat(leg.ask("BYE", "", "").status()).isEqualTo(200);
        assertThat(leg.finalAnswer("INVITE", invite).status()).isEqualTo(487);
        called.awaitRequest("CANCEL");
    }

    // ---- 100rel -------------------------------------------------------------------------------------------------

    @Test
    void answer_waits_for_the_prack_that_the_caller_demanded() {
        SipPhone.Leg leg = caller.newLeg("101");
        int invite = leg.invites("Require: 100rel\r\n");
        SipPhone.Leg ringing = called.rings();
        SipText progress = caller.await("180", text -> text.status() == 180);
        assertThat(progress.header("Require")).isEqualTo("100rel");
        leg.toIsNow(progress);
        ringing.answerWithoutWaiting();
        String wrong = "RAck: 1 " + invite + " INVITE\r\n";
        assertThat(leg.ask("PRACK", wrong, "").status()).isEqualTo(481);
        assertThat(caller.hasReceived(text -> text.answers(leg.callId, invite + " INVITE") && text.status() == 200))
                .isFalse();
        String right = "RAck: " + progress.header("RSeq") + " " + invite + " INVITE\r\n";
        assertThat(leg.ask("PRACK", right, "").status()).isEqualTo(200);
        leg.established(leg.finalAnswer("INVITE", invite));
        caller.voice.hears(CALLEDS_TONE);
    }

    @Test
    void progress_is_repeated_until_its_prack() {
        SipPhone.Leg leg = caller.newLeg("101");
        leg.invites("Require: 100rel\r\n");
        called.rings();
        caller.await("180", text -> text.status() == 180);
        caller.await("180 again", text -> text.status() == 180);
        SipText third = caller.await("180 once more", text -> text.status() == 180);
        leg.toIsNow(third);
        leg.cancel();
        caller.await("487", text -> text.status() == 487);
    }

    /** It may say what it wants for audio in the first one, and then nothing more of it in the 200. */
    @Test
    void progress_that_the_called_one_wants_acknowledged_gets_one_prack_each() {
        calling = caller.newLeg("101");
        int invite = calling.invites();
        answering = called.rings("Require: 100rel\r\nRSeq: 7\r\n");
        SipText first = called.takes("PRACK");
        String number = answering.invite().header("CSeq");
        assertThat(first.header("RAck")).isEqualTo("7 " + number);
        assertThat(first.tag("To")).isEqualTo(answering.localTag);
        String second = called.contact() + "Require: 100rel\r\nRSeq: 8\r\n";
        String audio = called.voice.to(answering.invite().body()).sdp("sendrecv", "8", "101");
        for (int times = 0; times < 3; times++) {
            called.reply(answering.invite(), 183, answering.localTag, second, audio);
        }
        assertThat(called.takes("PRACK").header("RAck")).isEqualTo("8 " + number);
        called.reply(
                answering.invite(), 183, answering.localTag, called.contact() + "Require: 100rel\r\nRSeq: 12\r\n", "");
        answering.answer("");
        calling.established(calling.finalAnswer("INVITE", invite));
        bothHear();
        assertThat(called.hasReceived(
                        text -> text.is("PRACK") && text.header("RAck").startsWith("12 ")))
                .isFalse();
        calling.hangUp();
        SipText bye = answering.isHungUp();
        assertThat(cseqOf(bye)).isGreaterThan(cseqOf(first) + 1);
    }

    /** A carrier's announcement by one machine, the called one by another: the audio moves before the answer. */
    @Test
    void called_one_that_moves_its_audio_before_it_answers_is_heard_from_there() {
        calling = caller.newLeg("101");
        int invite = calling.invites();
        answering = called.rings();
        String reliable = called.contact() + "Require: 100rel\r\nRSeq: 1\r\n";
        String announcement = called.voice.to(answering.invite().body()).sdp("sendrecv", "8", "101");
        called.reply(answering.invite(), 183, answering.localTag, reliable, announcement);
        called.takes("PRACK");
        try (Phone other = new Phone().says(MOVED_TONE)) {
            SipText moved = answering.ask("UPDATE", called.contact(), other.sdp("sendrecv", "8", "101"));
            assertThat(moved.status()).isEqualTo(200);
            other.to(moved.body());
            answering.answer("");
            calling.established(calling.finalAnswer("INVITE", invite));
            caller.voice.hears(MOVED_TONE);
            other.hears(CALLERS_TONE);
            calling.hangUp();
            answering.isHungUp();
        }
    }

    @Test
    void offer_of_a_called_one_whose_first_answer_is_open_has_to_wait() {
        calling = caller.newLeg("101");
        calling.invites();
        answering = called.rings();
        caller.await("180", text -> text.status() == 180);
        SipText early = answering.ask("UPDATE", called.contact(), called.voice.sdp("sendrecv", "8", "101"));
        assertThat(early.status()).isEqualTo(500);
        assertThat(early.header("Retry-After")).isNotEmpty();
        calling.cancel();
    }

    private static int cseqOf(SipText message) {
        return Integer.parseInt(message.header("CSeq").replaceAll("\\D", ""));
    }

    // ---- session timer ------------------------------------------------------------------------------------------

    @Test
    void session_that_is_too_short_is_refused_with_the_least() {
        SipPhone.Leg leg = caller.newLeg("101");
        int invite = leg.invites("Supported: timer\r\nSession-Expires: 60\r\n");
        SipText refused = leg.finalAnswer("INVITE", invite);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Min-SE")).isEqualTo("90");
    }

    @Test
    void session_timer_is_agreed_with_caller_and_called() {
        calling = caller.newLeg("101");
        int invite = calling.invites("Supported: timer\r\nSession-Expires: 90;refresher=uac\r\n");
        answering = called.rings();
        assertThat(answering.invite().header("Session-Expires")).isEqualTo("1800");
        assertThat(answering.invite().header("Min-SE")).isEqualTo("90");
        answering.answer();
        SipText ok = calling.finalAnswer("INVITE", invite);
        assertThat(ok.header("Session-Expires")).isEqualTo("90;refresher=uac");
        assertThat(ok.header("Require")).isEqualTo("timer");
        calling.established(ok);
        SipText refreshed = calling.ask(
                "UPDATE", caller.contact() + "Supported: timer\r\nSession-Expires: 90;refresher=uac\r\n", "");
        assertThat(refreshed.header("Session-Expires")).isEqualTo("90;refresher=uac");
        assertThat(calling.ask("UPDATE", "Supported: timer\r\nSession-Expires: 30\r\n", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void device_that_wants_a_longer_session_is_called_again() {
        calling = caller.newLeg("101");
        int invite = calling.invites();
        SipPhone.Leg first = called.rings();
        first.refuse(422, "Min-SE: 3600\r\n");
        SipPhone.Leg second = called.rings();
        assertThat(second.invite().header("Session-Expires")).isEqualTo("3600");
        assertThat(second.callId).isEqualTo(first.callId);
        second.answer();
        calling.established(calling.finalAnswer("INVITE", invite));
        caller.voice.hears(CALLEDS_TONE);
    }
}
