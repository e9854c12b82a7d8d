package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.UserAgentHeader;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.DialogEvents;
import ro.clickphone.engine.call.Wheel;

/** The calling leg: an INVITE came. */
final class UasLeg extends SipLeg implements ServerTransaction.InviteEvents {
    private final ServerTransaction invite;
    private final SIPRequest request;
    private final String userAgent;
    private boolean ringing;
    private boolean answered;
    private boolean refused;
    private final Optional<ReliableProgress> reliable;
    private final Optional<Wheel.Timer> expiry;
    /** The 200 is sent; it may have had to wait for a PRACK. */
    private boolean accepted;

    /** @param closed runs when it has ended */
    UasLeg(
            SipDesk desk,
            SIPRequest request,
            ServerTransaction invite,
            Executor mailbox,
            DialogEvents events,
            Runnable closed) {
        super(desk, mailbox, events);
        whenClosed(closed);
        this.invite = invite;
        this.request = request;
        this.dialog = Dialog.ofCalled(desk.names(), request, invite.toTag(), invite.flow());
        this.userAgent = userAgentOf(request);
        desk.dialogs().add(dialog.localTag(), this);
        this.reliable = ReliableProgress.isDemandedBy(request)
                ? Optional.of(new ReliableProgress(invite, mailbox, desk.wheel(), this::neverPracked))
                : Optional.empty();
        keeper.learn(request);
        invite.onEvents(this);
        this.expiry = expiresAfter()
                .map(time -> desk.wheel().after(time, () -> mailbox.execute(() -> giveUp(HangupCause.NO_ANSWER))));
    }

    /** How long the invitation is good for (RFC 3261 13.3.1). */
    private Optional<Duration> expiresAfter() {
        return Optional.ofNullable(request.getExpires())
                .map(ExpiresHeader::getExpires)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }

    /** A carrier's machines may share the work. */
    void goesWhereItSays(Flows by) {
        dialog.goesWhereItSays(by);
    }

    private void neverPracked() {
        if (!over) {
            answered = false;
            refuse(504);
            events.ended(HangupCause.SIGNALLING_TIMEOUT);
        }
    }

    static String userAgentOf(SIPRequest request) {
        return request.getHeader(UserAgentHeader.NAME) instanceof SIPHeader header
                ? ro.clickphone.engine.call.Text.line(header.getHeaderValue())
                : "";
    }

    @Override
    public String userAgent() {
        return userAgent;
    }

    @Override
    boolean isAnswered() {
        return answered;
    }

    @Override
    public void ring() {
        if (!ringing && !answered && !refused) {
            ringing = true;
            progress(180, Headers.of("Contact", dialog.contact()), Body.NONE);
        }
    }

    private void progress(int status, Headers headers, Body body) {
        if (reliable.isPresent()) {
            reliable.get().send(status, headers, body);
        } else {
            invite.respond(status, headers, body);
        }
    }

    @Override
    public void early(String sdp) {
        if (!answered && !refused) {
            ringing = true;
            progress(183, Headers.of("Contact", dialog.contact()).with("Allow", ALLOW), Body.sdp(sdp));
        }
    }

    @Override
    public void answer(String sdp) {
        if (answered || refused) {
            return;
        }
        answered = true;
        reliable.ifPresentOrElse(progress -> progress.then(() -> accept(sdp)), () -> accept(sdp));
    }

    private void accept(String sdp) {
        accepted = true;
        expiry.ifPresent(Wheel.Timer::cancel);
        invite.respond(
                200, sessionHeaders(request).with("Contact", dialog.contact()).with("Allow", ALLOW), Body.sdp(sdp));
    }

    @Override
    protected void prack(SIPRequest prack, ServerTransaction transaction) {
        String rack = prack.getHeader("RAck") instanceof SIPHeader header ? header.getHeaderValue() : "";
        long number = request.getCSeq().getSeqNumber();
        if (reliable.isEmpty() || !reliable.get().isOf(rack, number)) {
            transaction.respond(481);
            return;
        }
        Sdp.of(prack)
                .ifPresentOrElse(
                        offer -> events.offered(offer, new Reply(transaction, prack)), () -> transaction.respond(200));
        reliable.get().acknowledged();
    }

    @Override
    protected boolean mayOffer(SIPRequest update) {
        return super.mayOffer(update)
                || reliable.filter(ReliableProgress::isSettled).isPresent();
    }

    @Override
    protected void giveUpInvite() {
        if (!accepted) {
            expiry.ifPresent(Wheel.Timer::cancel);
            reliable.ifPresent(ReliableProgress::stop);
            refused = true;
            invite.respond(487);
        }
    }

    @Override
    public void refuse(int status) {
        if (!answered && !refused) {
            refused = true;
            expiry.ifPresent(Wheel.Timer::cancel);
            reliable.ifPresent(ReliableProgress::stop);
            Headers more = status == 503 ? Headers.of("Retry-After", 10) : Headers.NONE;
            invite.respond(status, more);
            close();
        }
    }

    @Override
    public void hangUp(HangupCause cause) {
        if (over) {
            return;
        }
        if (accepted) {
            sendBye(cause);
            close();
        } else {
            answered = false;
            refuse(statusFor(cause));
        }
    }

    private static int statusFor(HangupCause cause) {
        return switch (cause) {
            case CANCELLED -> 487;
            case BUSY -> 486;
            case REJECTED -> 403;
            case NO_DECISION, SHUTDOWN -> 503;
            case FAULT -> 500;
            default -> 480;
        };
    }

    // ---- on SIP and timer threads -------------------------------------------------------------------------------

    @Override
    public void cancelled() {
        mailbox.execute(() -> giveUp(HangupCause.CANCELLED));
    }

    private void giveUp(HangupCause why) {
        if (!accepted && !refused) {
            answered = false;
            refuse(487);
            events.ended(why);
        }
    }

    @Override
    public void notAcknowledged() {
        mailbox.execute(this::lost);
    }

    @Override
    protected void firstAcknowledged(SIPRequest ack) {
        if (ack.getCSeq().getSeqNumber() != request.getCSeq().getSeqNumber()) {
            return;
        }
        invite.acknowledged();
        if (!over) {
            events.acknowledged(Sdp.of(ack));
        }
    }
}
