package ro.clickphone.engine.call;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.call.DialogEvents.Referral;
import ro.clickphone.engine.call.DialogEvents.Reply;

/** The far end of a leg without SIP: it writes down what it is told, and does what a test says. */
final class FakePhone implements LegDialog, Outside.Target {
    final Party party;
    private final int preference;
    final List<String> told = new ArrayList<>();
    /** Of the transfer that it asked for. */
    final List<Integer> progress = new ArrayList<>();

    String offeredAnew = "";
    String acceptedWith = "";
    Optional<Outside.Invitation> invitation = Optional.empty();
    DialogEvents events;
    private Executor post;

    FakePhone(Party party) {
        this(party, 1000);
    }

    FakePhone(Party party, int preference) {
        this.party = party;
        this.preference = preference;
    }

    @Override
    public int preference() {
        return preference;
    }

    /** @param mailbox of its call, where all that it does is told */
    FakePhone speaksTo(DialogEvents listener, Executor mailbox) {
        events = listener;
        post = mailbox;
        return this;
    }

    // ---- what it does -------------------------------------------------------------------------------------------

    void rings() {
        does(() -> events.ringing());
    }

    void answers() {
        does(() -> events.answered("answer"));
    }

    void answersWith(String description) {
        does(() -> events.answered(description));
    }

    void speaksEarly(String description) {
        does(() -> events.early(description));
    }

    void sendsTo(List<String> targets) {
        does(() -> events.redirected(targets));
    }

    void acknowledges(Optional<String> description) {
        does(() -> events.acknowledged(description));
    }

    /** By SIP INFO. */
    void sendsKey(char key) {
        does(() -> events.digit(key));
    }

    void refuses(int status) {
        does(() -> events.refused(status));
    }

    void hangsUp() {
        does(() -> events.ended(HangupCause.NORMAL));
    }

    void givesUp() {
        does(() -> events.ended(HangupCause.CANCELLED));
    }

    void offers(String description) {
        does(() -> events.offered(description, reply()));
    }

    /** To our offer anew. */
    void agreesAnew(String description) {
        does(() -> events.agreedAnew(description));
    }

    void refusesAnew(int status) {
        does(() -> events.refusedAnew(status));
    }

    void wantsOurOffer() {
        does(() -> events.offerWanted(reply()));
    }

    void handsOnTo(String target) {
        does(() -> events.transferAsked(target, referral()));
    }

    void joinsWith(FakePhone otherLeg) {
        does(() -> events.attendedTransferAsked(otherLeg.events, referral()));
    }

    void presses(String keys) {
        keys.chars().forEach(key -> ear().events.digit((char) key));
    }

    void hasHeardAll() {
        ear().events.played();
    }

    void does(Runnable deed) {
        post.execute(deed);
    }

    private Reply reply() {
        return new Reply() {
            @Override
            public void accept(String sdp) {
                told.add("accepted");
                acceptedWith = sdp;
            }

            @Override
            public void refuse(int status) {
                told.add("refused offer " + status);
            }
        };
    }

    private Referral referral() {
        return new Referral() {
            @Override
            public void accept() {
                progress.add(202);
            }

            @Override
            public void refuse(int status) {
                progress.add(status);
            }

            @Override
            public void progress(int status) {
                progress.add(status);
            }
        };
    }

    // ---- what it is told ----------------------------------------------------------------------------------------

    FakeAudio.Ear ear() {
        return (FakeAudio.Ear) ((LegVoice) events).leg.media();
    }

    boolean hears(FakePhone other) {
        return ear().hears.filter(other.ear()::equals).isPresent();
    }

    String heard() {
        return ear().played;
    }

    @Override
    public ro.clickphone.engine.media.MediaTerms terms() {
        return ro.clickphone.engine.media.MediaTerms.PLAIN;
    }

    @Override
    public String sipCallId() {
        return "call of " + party;
    }

    @Override
    public LegSight.DialogName name() {
        return new LegSight.DialogName(sipCallId(), "ours", "phones");
    }

    @Override
    public InetAddress farAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public String userAgent() {
        return "fake";
    }

    @Override
    public void ring() {
        told.add("ring");
    }

    @Override
    public void early(String sdp) {
        told.add("early");
    }

    @Override
    public void answer(String sdp) {
        told.add("answer");
    }

    @Override
    public void refuse(int status) {
        told.add("refuse " + status);
    }

    @Override
    public void offerAnew(String sdp) {
        told.add("offer anew");
        offeredAnew = sdp;
    }

    @Override
    public void hangUp(HangupCause cause) {
        told.add("hang up " + cause);
    }

    @Override
    public String toString() {
        return party + " " + told;
    }
}
