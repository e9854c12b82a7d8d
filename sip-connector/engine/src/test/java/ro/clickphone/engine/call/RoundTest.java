package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    private final List<Runnable> handedOver = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(handedOver::add);
    private final List<String> happened = new ArrayList<>();

    @Test
    void who_brings_news_reads_the_letters_when_the_news_are_over() {
        Round.with(() -> {
            mailbox.execute(() -> happened.add("letter"));
            happened.add("news");
        });
        assertThat(happened).containsExactly("news", "letter");
        assertThat(handedOver).isEmpty();
    }

    @Test
    void news_within_news_are_one_round() {
        Round.with(() -> {
            Round.with(() -> mailbox.execute(() -> happened.add("letter")));
            happened.add("news");
        });
        assertThat(happened).containsExactly("news", "letter");
    }

    @Test
    void a_letter_to_another_call_is_read_in_the_same_round() {
        Mailbox other = new Mailbox(handedOver::add);
        Round.with(() -> mailbox.execute(() -> {
            other.execute(() -> happened.add("other"));
            happened.add("one");
        }));
        assertThat(happened).containsExactly("one", "other");
    }

    @Test
    void letters_by_anybody_else_are_handed_over() {
        mailbox.execute(() -> happened.add("letter"));
        assertThat(happened).isEmpty();
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void news_that_fail_leave_no_letter_unread() {
        assertThatThrownBy(() -> Round.with(() -> {
                    mailbox.execute(() -> happened.add("letter"));
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(happened).containsExactly("letter");
        mailbox.execute(() -> happened.add("later"));
        assertThat(handedOver).as("the round is over").hasSize(1);
    }

    /** A packet that fills very many mailboxes does not keep the next one waiting for all of them. */
    @Test
    void a_long_round_hands_the_rest_over() {
        Round.with(() -> {
            for (int i = 0; i < 1000; i++) {
                new Mailbox(handedOver::add).execute(() -> happened.add("letter"));
            }
        });
        assertThat(happened).hasSizeLessThan(100);
        assertThat(happened.size() + handedOver.size()).isEqualTo(1000);
    }
}
