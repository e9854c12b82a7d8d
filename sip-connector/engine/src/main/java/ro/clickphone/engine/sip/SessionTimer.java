package ro.clickphone.engine.sip;

import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.sip.SessionTerms.Refresher;

/**
 * Keeps a dialog alive, or notices that it is dead (RFC 4028): who refreshes is agreed by each INVITE and UPDATE; when no
 * refresh comes about in time, the session has expired. In the call's mailbox.
 */
final class SessionTimer {
    private static final Duration LATER = Duration.ofSeconds(4);
    /** A far end that answers with less than it may is not asked more often for that. */
    private static final int SHORTEST = 10;

    private final Alarms alarms;
    private final Session session;
    private int asked = SessionTerms.USUAL;
    private int least = SessionTerms.LEAST;
    private Optional<Runnable> refresh = Optional.empty();
    private Optional<Runnable> end = Optional.empty();

    /** Tasks are run in the call's mailbox. */
    interface Alarms {
        /** @return cancels it */
        Runnable after(Duration time, Runnable task);
    }

    /** The dialog. */
    interface Session {
        void refresh();

        void expired();
    }

    SessionTimer(Alarms alarms, Session session) {
        this.alarms = alarms;
        this.session = session;
    }

    // ---- requests of ours ---------------------------------------------------------------------------------------

    /** For the first INVITE: the far end may choose who refreshes. */
    Headers offer() {
        return Headers.of("Session-Expires", asked).with("Min-SE", least);
    }

    /** For a later request: it stays as it was. */
    Headers renewal() {
        return Headers.of("Session-Expires", asked + ";refresher=uac").with("Min-SE", least);
    }

    /** 422 came. @return whether it may be tried again, for as long as the far end wants */
    boolean tooShort(SessionTerms terms) {
        boolean longer = terms.least() > asked || terms.least() > least;
        least = terms.least();
        asked = Math.max(asked, least);
        return longer;
    }

    /** A 2xx to a request of ours. */
    void agreed(SessionTerms answer) {
        if (answer.seconds().isEmpty()) {
            stop();
        } else {
            begin(
                    Math.max(SHORTEST, answer.seconds().get()),
                    answer.refresher().orElse(Refresher.UAC) == Refresher.UAC);
        }
    }

    // ---- requests of the far end --------------------------------------------------------------------------------

    /** For the 2xx to a request that came; it counts from now. */
    Headers answer(SessionTerms request) {
        if (request.seconds().isEmpty() && !request.areKnown()) {
            stop();
            return Headers.NONE;
        }
        int wanted = request.seconds().orElse(SessionTerms.USUAL);
        asked = Math.max(Math.min(wanted, SessionTerms.USUAL), request.least());
        Refresher refresher = request.areKnown() ? request.refresher().orElse(Refresher.UAC) : Refresher.UAS;
        boolean ours = refresher == Refresher.UAS;
        begin(asked, ours);
        Headers headers = Headers.of("Session-Expires", asked + (ours ? ";refresher=uas" : ";refresher=uac"));
        return ours ? headers : headers.with("Require", "timer");
    }

    // ---- time ---------------------------------------------------------------------------------------------------

    private void begin(int seconds, boolean ours) {
        stop();
        asked = seconds;
        // RFC 4028 10: a little before the end, so that the far end hears of it in time
        int margin = Math.min(32, seconds / 3);
        end = Optional.of(alarms.after(Duration.ofSeconds(seconds - margin), session::expired));
        if (ours) {
            refreshAfter(Duration.ofSeconds(seconds / 2));
        }
    }

    private void refreshAfter(Duration time) {
        refresh = Optional.of(alarms.after(time, session::refresh));
    }

    /** The refresh could not be sent, or was refused for now. */
    void refreshLater() {
        refresh.ifPresent(Runnable::run);
        if (end.isPresent()) {
            refreshAfter(LATER);
        }
    }

    void stop() {
        refresh.ifPresent(Runnable::run);
        end.ifPresent(Runnable::run);
        refresh = Optional.empty();
        end = Optional.empty();
    }
}
