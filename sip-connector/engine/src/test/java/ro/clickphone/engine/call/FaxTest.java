package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Party;

/** One end of a talk goes over to fax (T.38), and the other one is asked first. */
class FaxTest {
    private static final String FAX = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
            + "m=image 4000 udptl t38\r\na=T38FaxVersion:0\r\n";
    private static final String TAKEN = FAX.replace("192.0.2.1", "192.0.2.2");
    private static final String NO_FAX = FAX.replace("m=image 4000", "m=image 0");
    private static final Party.Extension ADAPTER = Room.extension(101);
    private static final Party.PublicNumber CARRIER = Room.outside("0216583456");

    private Room room;
    private FakePhone carrier;
    private FakePhone adapter;

    @BeforeEach
    void talk() {
        room = Room.where(call -> Room.dial(ADAPTER));
        carrier = room.call(CARRIER, "101");
        adapter = room.answeredAt(ADAPTER);
        assertThat(carrier.hears(adapter)).isTrue();
    }

    @Test
    void called_one_wants_fax_and_the_caller_takes_it() {
        adapter.offers(FAX);
        assertThat(carrier.offeredAnew).isEqualTo(FAX);
        assertThat(adapter.told).doesNotContain("accepted");
        carrier.agreesAnew(TAKEN);
        assertThat(adapter.acceptedWith).isEqualTo(TAKEN);
        assertThat(carrier.ear().fax).contains(TAKEN);
        assertThat(adapter.ear().fax).contains(FAX);
        assertThat(carrier.hears(adapter)).isTrue();
    }

    @Test
    void caller_wants_fax_and_the_called_one_takes_it() {
        carrier.offers(FAX);
        adapter.agreesAnew(TAKEN);
        assertThat(carrier.acceptedWith).isEqualTo(TAKEN);
    }

    @Test
    void who_is_refused_goes_on_with_fax_in_the_audio() {
        adapter.offers(FAX);
        carrier.refusesAnew(488);
        assertThat(adapter.told).contains("refused offer 488");
        assertThat(carrier.hears(adapter)).isTrue();
        assertThat(carrier.ear().isFax()).isFalse();
        assertThat(adapter.ear().isFax()).isFalse();
    }

    @Test
    void who_answers_with_a_dead_fax_line_gets_its_audio_back() {
        adapter.offers(FAX);
        carrier.agreesAnew(NO_FAX);
        assertThat(adapter.told).contains("refused offer 488");
        assertThat(carrier.offeredAnew).isEqualTo("offer");
    }

    @Test
    void encrypted_audio_is_not_left_for_fax_in_the_clear() {
        carrier.ear().encrypted = true;
        adapter.offers(FAX);
        assertThat(adapter.told).contains("refused offer 488");
        assertThat(carrier.told).doesNotContain("offer anew");
    }

    @Test
    void after_the_fax_both_are_back_at_audio() {
        adapter.offers(FAX);
        carrier.agreesAnew(TAKEN);
        adapter.offers("offer");
        assertThat(adapter.acceptedWith).isEqualTo("answer");
        assertThat(carrier.offeredAnew).isEqualTo("offer");
        carrier.agreesAnew("answer");
        assertThat(carrier.ear().isFax()).isFalse();
        assertThat(adapter.ear().isFax()).isFalse();
    }

    @Test
    void refreshes_of_the_session_change_nothing_about_the_fax() {
        adapter.offers(FAX);
        carrier.agreesAnew(TAKEN);
        adapter.offers(FAX);
        assertThat(adapter.acceptedWith).isEqualTo("the same fax");
        carrier.wantsOurOffer();
        assertThat(carrier.acceptedWith).isEqualTo("the same fax");
        carrier.agreesAnew(TAKEN);
        assertThat(carrier.ear().isFax()).isTrue();
    }

    @Test
    void who_hangs_up_while_it_is_asked_ends_the_call() {
        adapter.offers(FAX);
        carrier.hangsUp();
        carrier.refusesAnew(481);
        assertThat(adapter.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void nobody_is_asked_in_a_menu() {
        Room menu = Room.where(
                call -> new ro.clickphone.engine.api.Step.Echo(java.util.List.of(), java.time.Duration.ofMinutes(1)));
        FakePhone caller = menu.call(CARRIER, "9");
        caller.offers(FAX);
        assertThat(caller.told).contains("refused offer 488");
    }
}
