package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.media.Media.Heard;
import ro.clickphone.engine.sdp.OwnAddresses;

/** Five phones in one conference, each with a tone of its own. */
class ConferenceTest {
    private static final String ROOM = "53630/800";
    private static final double[] TONES = {500, 700, 1000, 1400, 1900};
    /** Each of four equal tones is a quarter of what is heard. */
    private static final double HEARD = 0.15;

    private static final double NOT_HEARD = 0.02;

    @TempDir
    Path folder;

    private final List<Phone> phones = new ArrayList<>();
    private final List<LegMedia> legs = new ArrayList<>();
    private MediaEngine engine;

    @BeforeEach
    void fiveCalls() throws Exception {
        engine = new MediaEngine(new MediaEngine.Settings(
                "127.0.0.1", OwnAddresses.of("127.0.0.1"), 42_500, 42_599, folder, folder, Optional.empty()));
        for (int i = 0; i < TONES.length; i++) {
            Phone phone = new Phone();
            // as in life, not all speak the same
            String type = i == 1 ? "0" : "8";
            LegMedia leg = engine.open(CallId.random(), MediaTerms.PLAIN, new Ears());
            phone.to(leg.answer(phone.offer(type, "101"), List.of()))
                    .as(Integer.parseInt(type))
                    .quietly();
            phones.add(phone);
            legs.add(leg);
        }
    }

    @AfterEach
    void close() {
        phones.forEach(Phone::close);
        engine.close();
    }

    private void enterAll() {
        legs.forEach(leg -> engine.enter(ROOM, leg, Heard.YES));
        for (int i = 0; i < TONES.length; i++) {
            phones.get(i).says(TONES[i]);
        }
    }

    private void hearsAllBut(int listener, List<Integer> silent) {
        await("what " + listener + " hears").untilAsserted(() -> {
            for (int i = 0; i < TONES.length; i++) {
                double share = phones.get(listener).shareOf(TONES[i]);
                if (silent.contains(i)) {
                    assertThat(share).as("tone " + i).isLessThan(NOT_HEARD);
                } else {
                    assertThat(share).as("tone " + i).isGreaterThan(HEARD);
                }
            }
        });
    }

    @Test
    void each_hears_the_four_others_and_not_itself() {
        enterAll();
        assertThat(engine.inRoom(ROOM)).isEqualTo(TONES.length);
        for (int i = 0; i < TONES.length; i++) {
            hearsAllBut(i, List.of(i));
        }
    }

    @Test
    void who_leaves_is_heard_no_more_and_hears_nobody() {
        enterAll();
        hearsAllBut(0, List.of(0));
        engine.leave(ROOM, legs.get(4));
        for (int i = 0; i < 4; i++) {
            hearsAllBut(i, List.of(i, 4));
        }
        int before = phones.get(4).heard().size();
        hearsAllBut(0, List.of(0, 4));
        assertThat(phones.get(4).heard().size() - before).isLessThan(5);
    }

    @Test
    void who_is_muted_hears_all_and_is_not_heard() {
        for (int i = 0; i < TONES.length; i++) {
            engine.enter(ROOM, legs.get(i), i == 2 ? Heard.NO : Heard.YES);
            phones.get(i).says(TONES[i]);
        }
        hearsAllBut(2, List.of(2));
        hearsAllBut(0, List.of(0, 2));
    }

    @Test
    void who_speaks_is_seen_and_who_is_muted_or_silent_is_not() {
        engine.enter(ROOM, legs.get(0), Heard.YES);
        engine.enter(ROOM, legs.get(1), Heard.NO);
        engine.enter(ROOM, legs.get(2), Heard.YES);
        phones.get(0).says(TONES[0]);
        phones.get(1).says(TONES[1]);
        await("the one who speaks").until(legs.get(0)::speaks);
        hearsAllBut(2, List.of(1, 2, 3, 4));
        assertThat(legs.get(1).speaks()).as("muted").isFalse();
        assertThat(legs.get(2).speaks()).as("silent").isFalse();
        engine.leave(ROOM, legs.get(0));
        await("nobody").until(() -> !legs.get(0).speaks());
    }

    @Test
    void who_mutes_in_the_middle_is_heard_no_more_and_then_again() {
        enterAll();
        hearsAllBut(0, List.of(0));
        engine.enter(ROOM, legs.get(2), Heard.NO);
        hearsAllBut(0, List.of(0, 2));
        hearsAllBut(2, List.of(2));
        engine.enter(ROOM, legs.get(2), Heard.YES);
        hearsAllBut(0, List.of(0));
        assertThat(engine.inRoom(ROOM)).isEqualTo(TONES.length);
    }
}
