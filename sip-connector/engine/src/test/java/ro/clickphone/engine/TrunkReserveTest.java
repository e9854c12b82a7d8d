package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkConfig.CallerRules;
import ro.clickphone.engine.api.TrunkConfig.NumberFormat;
import ro.clickphone.engine.api.TrunkConfig.Watch;
import ro.clickphone.engine.api.TrunkId;

/** Another trunk takes the calls that one does not. */
class TrunkReserveTest extends TrunkScene {
    private static TrunkConfig reserve(Carrier carrier, List<String> codecs, Optional<TrunkId> next) {
        return new TrunkConfig(
                new TrunkId(3),
                "reserve",
                List.of(carrier.peer(1)),
                List.of("192.0.2.3"),
                NumberFormat.NATIONAL,
                Optional.empty(),
                codecs,
                0,
                CallerRules.USUAL,
                Watch.BY_CALLS,
                next);
    }

    @Test
    void trunk_in_reserve_takes_the_call_of_one_that_failed_in_its_own_manner() {
        Carrier failing = with(Carrier.refusing(503));
        Carrier silent = with(Carrier.silent());
        Carrier taking = with(Carrier.taking());
        TrunkConfig reserve = reserve(taking, List.of("PCMA"), Optional.of(OUT));
        open(trunk(List.of(failing.peer(1), silent.peer(2))).relievedBy(reserve.id()), reserve);
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
            assertThat(failing.got("INVITE").get(0)).contains("PCMU/8000", "G722/8000");
            String invite = taking.got("INVITE").get(0);
            assertThat(invite).startsWith("INVITE sip:0216583456@").containsPattern("m=audio \\d+ RTP/AVP 8 [0-9]+\r");
            assertThat(invite).doesNotContain("PCMU", "G722").contains("PCMA/8000", "telephone-event");
            assertThat(callsOf(OUT)).isZero();
            assertThat(callsOf(reserve.id())).isOne();
        }
    }

    @Test
    void trunk_in_reserve_takes_what_finds_no_channel_and_gives_its_own_back() {
        Carrier first = with(Carrier.taking());
        Carrier second = with(Carrier.taking());
        TrunkConfig reserve = reserve(second, List.of(), Optional.empty());
        TrunkConfig narrow =
                trunk(List.of(first.peer(1)), NumberFormat.E164, Optional.empty(), List.of(), 1, CallerRules.USUAL);
        open(narrow.relievedBy(reserve.id()), reserve);
        try (Wire caller = caller();
                Wire other = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
            assertThat(call(other, "+40216583457")).isEqualTo(200);
            assertThat(first.got("INVITE")).hasSize(1);
            assertThat(second.got("INVITE")).hasSize(1);
            second.say(byeOf(second.got("INVITE").get(0)));
            await().until(() -> callsOf(reserve.id()) == 0);
            assertThat(callsOf(OUT)).isOne();
        }
    }

    @Test
    void reserve_is_not_asked_when_the_called_one_refuses_and_all_that_fail_end_the_call() {
        Carrier busy = with(Carrier.refusing(486));
        Carrier other = with(Carrier.refusing(500));
        TrunkConfig reserve = reserve(other, List.of(), Optional.of(OUT));
        open(trunk(List.of(busy.peer(1))).relievedBy(reserve.id()), reserve);
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(480);
            assertThat(other.got("INVITE")).isEmpty();
            busy.behaves(request -> request.startsWith("ACK")
                    ? List.of()
                    : List.of(Carrier.answer(request, request.startsWith("INVITE") ? 500 : 200, "", "")));
            assertThat(call(caller, "+40216583457")).isEqualTo(480);
            assertThat(other.got("INVITE")).hasSize(1);
            await().until(() -> callsOf(OUT) + callsOf(reserve.id()) == 0);
        }
    }

    private static String byeOf(String invite) {
        return "BYE " + Wire.lineOf(invite, "Contact").replaceAll("^.*<|>.*$", "")
                + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5999;branch=z9hG4bKbye\r\nMax-Forwards: 70\r\nFrom: "
                + Wire.lineOf(invite, "To") + ";tag=carrier\r\nTo: " + Wire.lineOf(invite, "From") + "\r\nCall-ID: "
                + Wire.lineOf(invite, "Call-ID") + "\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n";
    }
}
