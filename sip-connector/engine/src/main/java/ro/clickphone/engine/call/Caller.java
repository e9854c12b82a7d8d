package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.media.LegMedia;
import ro.clickphone.engine.media.Media.NoPortsException;
import ro.clickphone.engine.media.MediaTerms;

/**
 * The calling leg on its way to the answer. Its offer is answered once: what early media told is what the answer tells
 * again (RFC 3261 13.2.1, RFC 3960).
 */
final class Caller {
    private final Call call;
    private final Leg leg;
    private final Optional<String> offer;
    private final MediaTerms terms;
    private String described;
    private boolean answered;

    Caller(Call call, Leg leg, Optional<String> offer, MediaTerms terms) {
        this.call = call;
        this.leg = leg;
        this.offer = offer;
        this.terms = terms;
    }

    /** The called one who was handed on takes the caller's part; answered long ago. */
    static Caller inPlace(Call call, Leg leg) {
        Caller caller = new Caller(call, leg, Optional.empty(), MediaTerms.PLAIN);
        caller.described = "";
        caller.answered = true;
        return caller;
    }

    Leg leg() {
        return leg;
    }

    LegMedia media() {
        return leg.media();
    }

    boolean isAnswered() {
        return answered;
    }

    /**
     * What its offer lists, so that the called is offered the same; nothing when it made no offer.
     *
     * @return false when no audio can be agreed; the call is over then
     */
    boolean reads() {
        if (described != null || offer.isEmpty()) {
            return true;
        }
        if (!openMedia()) {
            return false;
        }
        if (leg.answerTo(offer.get(), List.of()).isEmpty()) {
            call.refuse(488);
            return false;
        }
        return true;
    }

    List<String> codecs() {
        if (described != null) {
            return leg.codecs();
        }
        return leg.hasMedia() ? leg.media().farCodecs() : List.of();
    }

    /** Whether it hears us now, answered or not; impossible when its INVITE had no offer. */
    boolean early(List<String> first) {
        if (answered) {
            return true;
        }
        if (offer.isEmpty() || !describe(first)) {
            return false;
        }
        leg.dialog().early(described);
        return true;
    }

    /**
     * Answers it if nobody did.
     *
     * @param first the codec of the leg that it will be joined with
     * @return false when no audio can be agreed; the call is over then
     */
    boolean answer(List<String> first) {
        if (answered) {
            return true;
        }
        if (!describe(first)) {
            return false;
        }
        answered = true;
        leg.dialog().answer(described);
        call.progress().answered(leg);
        return true;
    }

    /** The ACK's answer to our own offer. */
    boolean acknowledged(Optional<String> sdp) {
        if (offer.isPresent()) {
            return true;
        }
        return sdp.isPresent() && leg.accepts(sdp.get());
    }

    private boolean describe(List<String> first) {
        if (described != null) {
            return true;
        }
        if (!openMedia()) {
            return false;
        }
        Optional<String> words = offer.isPresent()
                ? leg.answerTo(offer.get(), first)
                : Optional.of(leg.media().offer(first));
        if (words.isEmpty()) {
            call.refuse(488);
            return false;
        }
        described = words.get();
        return true;
    }

    private boolean openMedia() {
        if (leg.hasMedia()) {
            return true;
        }
        try {
            leg.hearsBy(call.openMedia(leg, terms));
            return true;
        } catch (NoPortsException e) {
            call.log("has no port for its audio");
            call.refuse(503);
            return false;
        }
    }
}
