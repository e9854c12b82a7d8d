package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.TrunkConfig.Asserted;
import ro.clickphone.engine.api.TrunkConfig.CallerRules;
import ro.clickphone.engine.api.TrunkConfig.FromUser;
import ro.clickphone.engine.api.TrunkConfig.Login;
import ro.clickphone.engine.api.TrunkConfig.NumberFormat;
import ro.clickphone.engine.api.TrunkConfig.Registration;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.engine.api.TrunkState;
import ro.clickphone.engine.api.TrunkState.Reach;
import ro.clickphone.engine.api.TrunkState.Standing;

/** Calls out by a carrier with several machines, and what we do there to be able to call. */
class TrunkTest extends TrunkScene {
    private static final Login LOGIN = new Login("clickphone", "sesame", Registration.REGISTERS);
    private static final String CHALLENGE =
            "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"\r\n";

    private TrunkState state() {
        return door.engine().trunkStates().stream()
                .filter(state -> state.id().equals(OUT))
                .findFirst()
                .orElseThrow();
    }

    private static ConditionFactory patiently() {
        return await();
    }

    @Test
    void number_and_caller_are_written_as_the_carrier_wants() {
        Carrier carrier = with(Carrier.taking());
        open(trunk(
                List.of(carrier.peer(1)),
                NumberFormat.NATIONAL,
                Optional.empty(),
                List.of("PCMA"),
                0,
                CallerRules.USUAL));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
        }
        String invite = carrier.got("INVITE").get(0);
        assertThat(invite).startsWith("INVITE sip:0216583456@");
        assertThat(Wire.lineOf(invite, "From")).contains("sip:0211111111@");
        assertThat(Wire.lineOf(invite, "P-Asserted-Identity")).contains("sip:0211111111@");
        assertThat(invite).containsPattern("m=audio \\d+ RTP/AVP 8 [0-9]+\r").doesNotContain("PCMU");
    }

    @Test
    void account_stands_in_from_and_the_caller_in_the_header_of_the_carriers_choice() {
        Carrier carrier = with(Carrier.taking());
        open(trunk(
                List.of(carrier.peer(1)),
                NumberFormat.E164,
                Optional.of(new Login("clickphone", "sesame", Registration.STATIC)),
                List.of(),
                0,
                new CallerRules(Asserted.REMOTE_PARTY_ID, FromUser.LOGIN, Optional.empty())));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
        }
        String invite = carrier.got("INVITE").get(0);
        assertThat(invite).startsWith("INVITE sip:40216583456@").doesNotContain("P-Asserted-Identity");
        assertThat(Wire.lineOf(invite, "From")).startsWith("<sip:clickphone@");
        assertThat(Wire.lineOf(invite, "Remote-Party-ID"))
                .contains("sip:40211111111@")
                .contains("privacy=off");
    }

    @Test
    void next_machine_is_called_when_one_fails() {
        Carrier failing = with(Carrier.refusing(503));
        Carrier taking = with(Carrier.taking());
        open(trunk(List.of(taking.peer(2), failing.peer(1))));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
        }
        assertThat(taking.got("INVITE")).hasSize(1);
    }

    @Test
    void machines_that_are_asked_by_hand_say_what_they_say_or_nothing() {
        Carrier refusing = with(Carrier.refusing(403));
        Carrier silent = with(Carrier.silent());
        open(trunk(List.of(refusing.peer(1), silent.peer(2))));
        List<TrunkProbe> probes = door.engine().probe(OUT);
        assertThat(probes).extracting(TrunkProbe::address).allMatch(address -> address.startsWith("127.0.0.1:"));
        TrunkProbe.Answered answered = probes.get(0).answer().orElseThrow();
        assertThat(answered.status()).isEqualTo(403);
        assertThat(answered.phrase()).isEqualTo("Whatever");
        assertThat(answered.millis()).isBetween(1L, 3000L);
        assertThat(probes.get(1).answer()).isEmpty();
        assertThat(door.engine().probe(new TrunkId(77))).isEmpty();
    }

    @Test
    void refusal_of_the_called_one_is_no_reason_to_call_elsewhere() {
        Carrier busy = with(Carrier.refusing(486));
        Carrier other = with(Carrier.taking());
        open(trunk(List.of(busy.peer(1), other.peer(2))));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(480);
        }
        assertThat(other.got("INVITE")).isEmpty();
    }

    @Test
    void silent_machine_is_left_for_the_next_one_passed_over_later_and_hung_up_on_if_it_wakes() {
        Carrier silent = with(Carrier.silent());
        Carrier taking = with(Carrier.taking());
        open(trunk(List.of(silent.peer(1), taking.peer(2))));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
            int before = silent.got("INVITE").size();
            assertThat(before).isPositive();
            assertThat(call(caller, "+40216583457")).isEqualTo(200);
            assertThat(silent.got("INVITE")).hasSize(before);
            assertThat(state().peers()).extracting(TrunkState.PeerState::reach).containsExactly(Reach.DOWN, Reach.UP);
            silent.say(Carrier.answer(silent.got("INVITE").get(0), 180, "", ""));
            patiently().until(() -> !silent.got("CANCEL").isEmpty());
        }
    }

    @Test
    void no_more_calls_than_channels() {
        Carrier carrier = with(Carrier.taking());
        open(trunk(List.of(carrier.peer(1)), NumberFormat.E164, Optional.empty(), List.of(), 1, CallerRules.USUAL));
        try (Wire first = caller();
                Wire second = caller()) {
            assertThat(call(first, "+40216583456")).isEqualTo(200);
            assertThat(state().calls()).isEqualTo(1);
            assertThat(call(second, "+40216583457")).isEqualTo(480);
            assertThat(carrier.got("INVITE")).hasSize(1);
            assertThat(call(second, "112")).isEqualTo(200);
            assertThat(call(second, "116000")).isEqualTo(200);
            door.engine().calls().forEach(call -> door.engine()
                    .hangUp(call.arrival().id(), HangupCause.NORMAL));
            patiently().until(() -> state().calls() == 0);
            assertThat(call(second, "+40216583458")).isEqualTo(200);
        }
    }

    @Test
    void we_register_with_the_carriers_login_and_renew_it() {
        Carrier carrier = with(Carrier.that(request -> List.of(registrar(request))));
        open(trunk(List.of(carrier.peer(1)), NumberFormat.E164, Optional.of(LOGIN), List.of(), 0, CallerRules.USUAL));
        patiently().until(() -> state().login().orElseThrow().standing() == Standing.REGISTERED);
        patiently().until(() -> carrier.got("REGISTER").size() >= 6);
        List<String> all = carrier.got("REGISTER");
        assertThat(all).allMatch(one -> Wire.lineOf(one, "Call-ID").equals(Wire.lineOf(all.get(0), "Call-ID")));
        assertThat(all)
                .extracting(one -> Integer.parseInt(Wire.lineOf(one, "CSeq").split(" ")[0]))
                .isSorted();
        door.close();
        door = null;
        patiently().until(() -> carrier.got("REGISTER").stream()
                .anyMatch(one -> Wire.lineOf(one, "Expires").equals("0")));
    }

    /** Asks for the password, and registers for two seconds. */
    private static String registrar(String request) {
        String proof = Wire.lineOf(request, "Authorization");
        if (!request.startsWith("REGISTER") || proof.isEmpty()) {
            return Carrier.answer(request, request.startsWith("REGISTER") ? 401 : 200, CHALLENGE, "");
        }
        String expected = Proof.md5(Proof.md5("clickphone:carrier:sesame") + ":n1:00000001:" + part(proof, "cnonce")
                + ":auth:" + Proof.md5("REGISTER:" + part(proof, "uri")));
        boolean right = part(proof, "response").equals(expected);
        return Carrier.answer(request, right ? 200 : 403, "Expires: 2\r\n", "");
    }

    private static String part(String header, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(header);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Test
    void carrier_that_does_not_want_us_is_told_and_not_pressed() {
        Carrier carrier = with(Carrier.refusing(403));
        open(trunk(List.of(carrier.peer(1)), NumberFormat.E164, Optional.of(LOGIN), List.of(), 0, CallerRules.USUAL));
        patiently().until(() -> state().login().orElseThrow().standing() == Standing.REFUSED);
        assertThat(state().login().orElseThrow().status()).isEqualTo(403);
        assertThat(carrier.got("REGISTER")).hasSize(1);
    }

    @Test
    void carrier_without_a_login_learns_no_password() {
        Carrier carrier = with(Carrier.that(request ->
                request.startsWith("ACK") ? List.of() : List.of(Carrier.answer(request, 401, CHALLENGE, ""))));
        open(trunk(List.of(carrier.peer(1))));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(480);
        }
        assertThat(carrier.got("INVITE")).hasSize(1).noneMatch(invite -> invite.contains("Authorization"));
    }

    @Test
    void call_is_proven_where_the_carrier_asks_in_the_same_dialog() {
        Carrier carrier = with(Carrier.that(request -> request.startsWith("ACK")
                ? List.of()
                : List.of(
                        request.startsWith("INVITE") && !request.contains("\nAuthorization")
                                ? Carrier.answer(request, 401, CHALLENGE, "")
                                : Carrier.answer(request, 200, "", request.startsWith("INVITE") ? Carrier.SDP : ""))));
        open(trunk(
                List.of(carrier.peer(1)),
                NumberFormat.E164,
                Optional.of(new Login("clickphone", "sesame", Registration.STATIC)),
                List.of(),
                0,
                CallerRules.USUAL));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
        }
        List<String> invites = carrier.got("INVITE");
        assertThat(invites).hasSize(2);
        assertThat(Wire.lineOf(invites.get(1), "Call-ID")).isEqualTo(Wire.lineOf(invites.get(0), "Call-ID"));
    }

    @Test
    void caller_without_a_number_is_shown_by_the_trunks_own() {
        Carrier carrier = with(Carrier.taking());
        open(trunk(
                List.of(carrier.peer(1)),
                NumberFormat.E164_PLUS,
                Optional.empty(),
                List.of(),
                0,
                new CallerRules(Asserted.P_ASSERTED_IDENTITY, FromUser.CALLER, Optional.of("+40310050562"))));
        try (Wire caller = caller()) {
            String invite = caller.request("INVITE", "sip:+40216583456@127.0.0.1", "", Carrier.SDP)
                    .replace("sip:0211111111@", "sip:");
            assertThat(Wire.status(caller.ask(invite))).isEqualTo(200);
        }
        assertThat(Wire.lineOf(carrier.got("INVITE").get(0), "From")).contains("sip:+40310050562@");
    }

    @Test
    void carrier_of_a_forward_is_told_who_calls_and_whose_forward_it_is() {
        Carrier carrier = with(Carrier.taking());
        forwards = Optional.of(new Diversion("+40310050562", Diversion.Why.USER_BUSY));
        open(trunk(List.of(carrier.peer(1)), NumberFormat.NATIONAL, Optional.empty(), List.of(), 0, CallerRules.USUAL));
        try (Wire caller = caller()) {
            call(caller, "+40723456789");
        }
        String invite = carrier.got("INVITE").get(0);
        assertThat(Wire.lineOf(invite, "From")).contains("sip:0211111111@");
        assertThat(Wire.lineOf(invite, "P-Asserted-Identity")).contains("sip:0310050562@");
        assertThat(Wire.lineOf(invite, "Diversion"))
                .startsWith("<sip:0310050562@")
                .contains(";reason=user-busy");
        assertThat(Wire.lineOf(invite, "History-Info"))
                .startsWith("<sip:0310050562@")
                .contains("<sip:0723456789@");
    }
}
