package ro.clickphone.engine.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.sdp.Keying.Secrecy;

/** Fax and audio in the lines of one session (RFC 3264 6 and 8). */
class FaxLineTest {
    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";
    private static final String AUDIO = "m=audio 4000 RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n";
    private static final String NO_AUDIO = "m=audio 0 RTP/AVP 8\r\n";
    private static final String IMAGE =
            "m=image 4002 udptl t38\r\na=T38FaxVersion:0\r\na=T38FaxUdpEC:t38UDPRedundancy\r\n";

    private static OfferAnswer agreed() throws SdpException {
        OfferAnswer leg = new OfferAnswer(
                new LocalAudio(OwnAddresses.of("192.0.2.1"), 30_000, 1, Codec.spoken(), LocalAudio.Order.OFFERERS),
                Keying.sdes(Secrecy.NEVER));
        leg.answer(HEAD + AUDIO, List.of());
        return leg;
    }

    @Test
    void fax_is_wanted_where_there_is_no_audio_any_more() {
        assertThat(FaxLine.of(HEAD + NO_AUDIO + IMAGE)).isPresent();
        FaxLine line = FaxLine.of(HEAD + IMAGE).orElseThrow();
        assertThat(line.place()).isEqualTo(new InetSocketAddress("192.0.2.9", 4002));
        assertThat(line.terms())
                .extracting(Attribute::toString)
                .containsExactly("a=T38FaxVersion:0", "a=T38FaxUdpEC:t38UDPRedundancy");
    }

    @Test
    void audio_beside_it_counts_more() {
        assertThat(FaxLine.of(HEAD + AUDIO + IMAGE)).isEmpty();
    }

    @Test
    void absurd_fax_is_none() {
        assertThat(FaxLine.of(HEAD + IMAGE.replace("4002", "0"))).isEmpty();
        assertThat(FaxLine.of(HEAD + IMAGE.replace("4002", "53"))).isEmpty();
        assertThat(FaxLine.of(HEAD + IMAGE.replace("udptl", "tcp"))).isEmpty();
        assertThat(FaxLine.of(HEAD.replace("192.0.2.9", "224.0.0.1") + IMAGE)).isEmpty();
        assertThat(FaxLine.of("nonsense")).isEmpty();
        assertThat(FaxLine.of(HEAD + IMAGE + "a=T38FaxNote:" + "x".repeat(500) + "\r\n")
                        .orElseThrow()
                        .terms())
                .hasSize(2);
    }

    @Test
    void lines_keep_their_places_when_fax_comes_and_goes() throws SdpException {
        OfferAnswer leg = agreed();
        String fax = leg.answerFax(HEAD + NO_AUDIO + IMAGE, List.of(new Attribute("T38FaxVersion", "3")));
        assertThat(fax).endsWith("m=audio 0 RTP/AVP 8\r\nm=image 30000 udptl t38\r\na=T38FaxVersion:3\r\n");
        assertThat(leg.again()).isEqualTo(fax);
        String audio = leg.offer(List.of());
        assertThat(audio).contains("m=audio 30000 RTP/AVP 8").endsWith("m=image 0 udptl t38\r\n");
        assertThat(audio).contains("o=clickphone 1 3 ");
    }

    @Test
    void our_offer_of_fax_stands_in_the_audios_place_and_the_audio_comes_back_there() throws SdpException {
        OfferAnswer leg = agreed();
        assertThat(leg.offerFax(List.of())).endsWith("t=0 0\r\nm=image 30000 udptl t38\r\n");
        assertThatThrownBy(() -> leg.acceptFax(HEAD + IMAGE.replace("4002", "0")))
                .isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> leg.acceptFax(HEAD + AUDIO)).isInstanceOf(SdpException.class);
        assertThat(leg.acceptFax(HEAD + IMAGE).place()).isEqualTo(new InetSocketAddress("192.0.2.9", 4002));
        assertThat(leg.offer(List.of())).contains("m=audio 30000 RTP/AVP 8").doesNotContain("image");
    }

    @Test
    void phone_that_offered_nothing_but_fax_gets_audio_again() throws SdpException {
        OfferAnswer leg = agreed();
        leg.answerFax(HEAD + IMAGE, List.of());
        assertThat(leg.offer(List.of())).contains("m=audio 30000 RTP/AVP 8").doesNotContain("udptl");
    }
}
