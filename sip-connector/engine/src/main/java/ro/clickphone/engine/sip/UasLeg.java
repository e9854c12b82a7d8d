package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sip.header.UserAgentHeader;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.DialogEvents;

/** The calling leg: an INVITE came. */
final class UasLeg extends SipLeg implements ServerTransaction.InviteEvents {
    private final ServerTransaction invite;
    private final SIPRequest request;
    private final String userAgent;
    private boolean ringing;
    private boolean answered;
    private boolean refused;

    UasLeg(SipDesk desk, SIPRequest request, ServerTransaction invite, Executor mailbox, DialogEvents events) {
        super(desk, mailbox, events);
        this.invite = invite;
        this.request = request;
        this.dialog = Dialog.ofCalled(desk.names(), request, invite.toTag(), invite.flow());
        this.userAgent = userAgentOf(request);
        desk.dialogs().add(dialog.localTag(), this);
        invite.onEvents(this);
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
            invite.respond(180, Headers.of("Contact", dialog.contact()));
        }
    }

    @Override
    public void early(String sdp) {
        if (!answered && !refused) {
            ringing = true;
            invite.respond(183, Headers.of("Contact", dialog.contact()).with("Allow", ALLOW), Body.sdp(sdp));
        }
    }

    @Override
    public void answer(String sdp) {
        if (answered || refused) {
            return;
        }
        answered = true;
        invite.respond(
                200, sessionHeaders(request).with("Contact", dialog.contact()).with("Allow", ALLOW), Body.sdp(sdp));
    }

    @Override
    public void refuse(int status) {
        if (!answered && !refused) {
            refused = true;
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
        if (answered) {
            sendBye(cause);
            close();
        } else {
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
        mailbox.execute(() -> {
            if (!answered && !refused) {
                refuse(487);
                events.ended(HangupCause.CANCELLED);
            }
        });
    }

    @Override
    public void notAcknowledged() {
        mailbox.execute(this::lost);
    }

    @Override
    protected void firstAcknowledged(SIPRequest ack) {
        invite.acknowledged();
        if (!over) {
            events.acknowledged(Sdp.of(ack));
        }
    }

    @Override
    public Optional<String> replacesKey() {
        return Optional.of(dialog.localTag());
    }
}
