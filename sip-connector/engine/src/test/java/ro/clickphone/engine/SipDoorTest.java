package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the door holds against whoever listened to others, guesses, or asks for too much. */
class SipDoorTest extends TalkScene {
    private static final String REGISTRAR = "sip:pbx.clickphone.ro";
    private static final int MOST_TELEPHONES = 10;

    @Test
    void proof_that_somebody_else_heard_is_good_once() {
        SipPhone.Leg registration = caller.newRegistration();
        SipText challenge = registration.ask("REGISTER", caller.contact(), "");
        String heard = Proof.of(caller.user, "REGISTER", REGISTRAR, challenge);
        assertThat(registration.ask("REGISTER", caller.contact() + heard, "").status())
                .isEqualTo(200);

        SipText again = registration.ask("REGISTER", caller.contact() + heard, "");
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.header("WWW-Authenticate")).contains("stale=true");
    }

    @Test
    void proof_for_another_address_is_none() {
        SipPhone.Leg registration = caller.newRegistration();
        SipText challenge = registration.ask("REGISTER", caller.contact(), "");
        String ofAnother = Proof.of(caller.user, "REGISTER", "sip:another.example", challenge);
        assertThat(registration
                        .ask("REGISTER", caller.contact() + ofAnother, "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoever_does_not_know_both_tags_ends_no_talk() {
        talk();
        SipText anything = new SipText("SIP/2.0 200 OK\r\nCSeq: 77 INVITE\r\n\r\n");
        String bye = calling.ack(anything, "").replace("ACK", "BYE").replace(calling.localTag, "guessed");
        caller.send(bye);
        SipText answer = caller.await("answer to BYE", text -> text.answers(calling.callId, "77 BYE"));
        assertThat(answer.status()).isEqualTo(481);
        bothHear();
    }

    @Test
    void user_has_ten_telephones_at_most() {
        for (int i = 1; i <= MOST_TELEPHONES; i++) {
            assertThat(telephones(registers("Contact: <sip:x@127.0.0.1:" + (20_000 + i) + ">\r\nExpires: 600\r\n")))
                    .isLessThanOrEqualTo(MOST_TELEPHONES);
        }
        String tooMany = "Contact: <sip:x@127.0.0.1:30000>\r\n".repeat(MOST_TELEPHONES + 1);
        caller.newRegistration().proven("REGISTER", tooMany + "Expires: 600\r\n", "", 403);
    }

    @Test
    void registration_lasts_two_hours_at_most() {
        SipText answer = registers(caller.contact() + "Expires: 999999\r\n");
        assertThat(String.join(",", answer.headers("Contact"))).containsPattern("expires=7(200|19[0-9])(,|$)");
    }

    private SipText registers(String headers) {
        return caller.newRegistration().proven("REGISTER", headers, "", 200);
    }

    private static int telephones(SipText answer) {
        List<String> contacts = answer.headers("Contact");
        return String.join(",", contacts).split("<sip:").length - 1;
    }
}
