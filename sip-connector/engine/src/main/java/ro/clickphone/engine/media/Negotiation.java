package ro.clickphone.engine.media;

import ro.clickphone.engine.media.Media.UnusableSdpException;
import ro.clickphone.engine.sdp.OfferAnswer;
import ro.clickphone.engine.sdp.SdpException;

/** A step of an offer and its answer; one at a time. */
interface Negotiation<T> {
    T words() throws SdpException;

    static <T> T run(OfferAnswer offerAnswer, Negotiation<T> step) throws UnusableSdpException {
        synchronized (offerAnswer) {
            try {
                return step.words();
            } catch (SdpException unusable) {
                throw new UnusableSdpException(unusable.getMessage());
            }
        }
    }
}
