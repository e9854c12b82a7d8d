package ro.clickphone.portal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-,0,99",
        "bytes=10-19,10,19",
        "bytes=90-500,90,99",
        "bytes=-10,90,99",
        "bytes=-500,0,99",
        "bytes=99-,99,99"
    })
    void one_range_is_cut_to_the_file(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-2",
                "bytes=0-1,4-5",
                "lines=0-1",
                "bytes=a-b",
                "bytes=99999999999999999999-"
            })
    void what_is_no_range_is_ignored(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void range_after_the_end_cannot_be_satisfied() {
        assertThatThrownBy(() -> ByteRange.of("bytes=100-", 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ByteRange.of("bytes=0-", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
