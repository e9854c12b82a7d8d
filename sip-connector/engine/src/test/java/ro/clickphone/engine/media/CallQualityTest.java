package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ro.clickphone.engine.sdp.Codec;

class CallQualityTest {
    @Test
    void clean_call_is_as_good_as_the_telephone_can_be() {
        assertThat(CallQuality.mosHundredths(Codec.PCMA, 5000, 0, 500, 0)).isBetween(435, 445);
    }

    @Test
    void loss_costs_and_more_loss_costs_more() {
        int some = CallQuality.mosHundredths(Codec.PCMA, 4900, 100, 500, 0);
        int much = CallQuality.mosHundredths(Codec.PCMA, 4000, 1000, 500, 0);
        assertThat(some).isBetween(400, 430);
        assertThat(much).isBetween(150, 280).isLessThan(some);
    }

    @Test
    void long_way_costs() {
        assertThat(CallQuality.mosHundredths(Codec.PCMA, 5000, 0, 500, 800_000)).isLessThan(370);
    }

    @Test
    void too_little_is_not_judged() {
        assertThat(CallQuality.mosHundredths(Codec.PCMA, 50, 0, 500, 0)).isZero();
    }
}
