package ro.clickphone.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.media.LegMedia;
import ro.clickphone.engine.media.Media.UnusableSdpException;

/**
 * One leg: its signalling, its audio, and how far it came. The calling and the called one differ only in how they begin.
 * Used in the call's mailbox only.
 */
final class Leg {
    private final LegId id;
    private final Party party;
    private final CallerId other;
    private final Instant startedAt;
    private LegDialog dialog;
    private LegMedia media;
    private Progress progress = new Progress.Unanswered();
    private LegEvent.Kind kind = LegEvent.Kind.STARTED;
    private Instant endedAt;
    private HangupCause cause = HangupCause.NORMAL;
    private int status;
    private Optional<FaxRelay> fax = Optional.empty();
    private boolean agreed;
    private MediaReport report = MediaReport.NONE;

    Leg(LegId id, Party party, CallerId other, Instant startedAt) {
        this.id = id;
        this.party = party;
        this.other = other;
        this.startedAt = startedAt;
    }

    LegId id() {
        return id;
    }

    Party party() {
        return party;
    }

    /** By its number alone: of a called one nothing else is known. */
    CallerId shown() {
        return CallerId.of(
                party instanceof Party.PublicNumber outside
                        ? outside.number()
                        : ((Party.Extension) party).who().user().replaceFirst("^.*-", ""));
    }

    void speaksBy(LegDialog signalling) {
        dialog = signalling;
        introduce();
    }

    LegDialog dialog() {
        return dialog;
    }

    void hearsBy(LegMedia audio) {
        media = audio;
        introduce();
    }

    private void introduce() {
        if (dialog != null && media != null) {
            media.signalledFrom(dialog.farAddress());
        }
    }

    boolean hasMedia() {
        return media != null;
    }

    LegMedia media() {
        return media;
    }

    /** A key that it told of by INFO: in its audio there is nothing of it, so that the one it talks with is told. */
    void pressedInMessage(char key) {
        if (media != null) {
            media.keyInMessage(key);
        }
    }

    /** What it speaks, to be offered or chosen first on the leg that it is joined with. */
    List<String> codecs() {
        return media == null ? List.of() : media.codec().map(List::of).orElseGet(media::farCodecs);
    }

    Optional<String> answerTo(String offer, List<String> first) {
        try {
            return Optional.of(media.answer(offer, first));
        } catch (UnusableSdpException e) {
            return Optional.empty();
        }
    }

    /** What was agreed while it rang holds when it is answered: the answer that came before is out of date then. */
    void agreedWhileRinging() {
        agreed = true;
    }

    boolean accepts(String answer) {
        if (agreed && !isAnswered()) {
            return true;
        }
        try {
            media.accept(answer);
            return true;
        } catch (UnusableSdpException e) {
            return false;
        }
    }

    /** It is asked to go over to fax. */
    void isAsked(FaxRelay asking) {
        fax = Optional.of(asking);
    }

    /** Whoever waits for its word on fax, once. */
    Optional<FaxRelay> takeFax() {
        Optional<FaxRelay> waiting = fax;
        fax = Optional.empty();
        return waiting;
    }

    LegEvent.Kind kind() {
        return kind;
    }

    boolean isAnswered() {
        return !(progress instanceof Progress.Unanswered);
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    void rings() {
        kind = LegEvent.Kind.RINGING;
    }

    void answered(Instant at) {
        if (progress instanceof Progress.Unanswered) {
            progress = new Progress.Answered(at);
            kind = LegEvent.Kind.ANSWERED;
            status = 200;
        }
    }

    /** The first talk counts. */
    void talks(Instant at) {
        kind = LegEvent.Kind.TALKING;
        if (progress instanceof Progress.Answered answered) {
            progress = new Progress.Talked(answered.answeredAt(), at);
        }
    }

    Progress progress() {
        return progress;
    }

    void refused(int finalStatus) {
        status = finalStatus;
    }

    int status() {
        return status;
    }

    /** Its audio is closed and counted. Later causes do not change the first one. */
    void ended(HangupCause why, Instant at) {
        if (endedAt != null) {
            return;
        }
        endedAt = at;
        cause = why;
        kind = LegEvent.Kind.ENDED;
        if (media != null) {
            report = media.report();
            media.close();
        }
    }

    Duration silentFor() {
        return media == null || hasEnded() ? Duration.ZERO : media.silentFor();
    }

    LegRecord record(Instant callEnded) {
        return new LegRecord(
                id,
                party,
                dialog == null ? "" : dialog.sipCallId(),
                startedAt,
                progress,
                endedAt == null ? callEnded : endedAt,
                cause,
                status,
                dialog == null ? "" : dialog.userAgent(),
                report);
    }

    /** As a colleague sees it; nothing of somebody outside. */
    Optional<LegSight> sight(LegEvent.Kind news) {
        if (dialog == null || !(party instanceof Party.Extension extension)) {
            return Optional.empty();
        }
        LegSight.Direction direction = id.number() == 0 ? LegSight.Direction.INITIATOR : LegSight.Direction.RECIPIENT;
        return Optional.of(new LegSight(id, extension.who(), news, direction, dialog.name(), other));
    }

    CallSnapshot.Leg snapshot() {
        boolean open = media != null && !hasEnded();
        return new CallSnapshot.Leg(id, party, kind, startedAt, open ? media.report() : report, open && media.speaks());
    }
}
