package ro.clickphone.engine.call;

import ro.clickphone.engine.media.Media.UnusableSdpException;

/**
 * One leg of a talk wants fax (T.38) in place of audio: the other one is asked, and its word is the answer. Who is refused
 * goes on with fax in the audio, which is passed on as it is.
 */
final class FaxRelay {
    private final End from;
    private final End to;
    private final String offer;
    private final DialogEvents.Reply reply;

    private FaxRelay(End from, End to, String offer, DialogEvents.Reply reply) {
        this.from = from;
        this.to = to;
        this.offer = offer;
        this.reply = reply;
    }

    static void begin(End from, End to, String offer, DialogEvents.Reply reply) {
        from.call().log("leg " + from.leg().id().number() + " wants fax");
        FaxRelay relay = new FaxRelay(from, to, offer, reply);
        to.tell(there -> relay.ask());
    }

    /** The far end of a leg is back at audio: the other one comes back too. */
    static void isOver(End at, End to) {
        at.call().log("leg " + at.leg().id().number() + " is back at audio");
        to.tell(there -> toAudio(to.leg()));
    }

    private static void toAudio(Leg leg) {
        if (!leg.hasEnded() && leg.media().isFax()) {
            leg.dialog().offerAnew(leg.media().offer(leg.codecs()));
        }
    }

    private void ask() {
        try {
            if (to.leg().hasEnded() || !to.leg().media().mayFax()) {
                refused();
                return;
            }
            String words = to.leg().media().offerFax(offer);
            to.leg().isAsked(this);
            to.leg().dialog().offerAnew(words);
        } catch (UnusableSdpException e) {
            refused();
        }
    }

    /** In the mailbox of the one who was asked. */
    void agreed(String answer) {
        try {
            to.leg().media().acceptFax(answer);
        } catch (UnusableSdpException e) {
            // it took the offer but not the fax, and has no audio now
            to.leg().dialog().offerAnew(to.leg().media().offer(to.leg().codecs()));
            refused();
            return;
        }
        from.tell(here -> answer(answer));
    }

    private void answer(String answer) {
        try {
            reply.accept(from.leg().media().answerFax(offer, answer));
            from.call().log("sends fax");
        } catch (UnusableSdpException e) {
            reply.refuse(488);
            to.tell(there -> toAudio(to.leg()));
        }
    }

    void refused() {
        from.tell(here -> {
            here.log("sends fax in the audio");
            reply.refuse(488);
        });
    }
}
