package ro.clickphone.engine.media;

import java.util.function.Consumer;
import ro.clickphone.engine.media.Media.UnusableSdpException;
import ro.clickphone.engine.sdp.FaxLine;
import ro.clickphone.engine.sdp.OfferAnswer;
import ro.clickphone.engine.sdp.SdpException;

/** A leg's agreements on fax in place of its audio (ITU-T T.38 annex D). */
final class FaxTalks {
    private final OfferAnswer offerAnswer;
    private final Consumer<FaxLine> begin;
    private volatile boolean agreed;

    /** @param begin passes packets on from now on */
    FaxTalks(OfferAnswer offerAnswer, Consumer<FaxLine> begin) {
        this.offerAnswer = offerAnswer;
        this.begin = begin;
    }

    boolean areAgreed() {
        return agreed;
    }

    /** There is audio again. */
    void end() {
        agreed = false;
    }

    String offer(String like) throws UnusableSdpException {
        return Negotiation.run(
                offerAnswer, () -> offerAnswer.offerFax(lineOf(like).terms()));
    }

    void accept(String answer) throws UnusableSdpException {
        begin(Negotiation.run(offerAnswer, () -> offerAnswer.acceptFax(answer)));
    }

    String answer(String offer, String like) throws UnusableSdpException {
        return Negotiation.run(offerAnswer, () -> {
            String own = offerAnswer.answerFax(offer, lineOf(like).terms());
            begin(lineOf(offer));
            return own;
        });
    }

    String answer(String offer) throws UnusableSdpException {
        return Negotiation.run(offerAnswer, () -> {
            String own = offerAnswer.answerFax(offer);
            begin(lineOf(offer));
            return own;
        });
    }

    private void begin(FaxLine far) {
        agreed = true;
        begin.accept(far);
    }

    private static FaxLine lineOf(String description) throws SdpException {
        return FaxLine.of(description).orElseThrow(() -> new SdpException("no fax"));
    }
}
