package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sip.header.ServerHeader;
import javax.sip.header.UserAgentHeader;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.DialogEvents;
import ro.clickphone.engine.call.Text;

/** A called leg: our INVITE, at one device, or at the peers of a trunk one after another. */
final class UacLeg extends SipLeg {
    private ClientTransaction invite;
    private Call placed;
    private String userAgent = "";
    private volatile boolean answered;
    private boolean given;
    private volatile String ringsAs = "";
    private final ReceivedProgress progress = new ReceivedProgress();

    /** One INVITE to be made; and what to do instead when it fails. */
    interface Call {
        Dialog dialog();

        Headers headers();

        Body offer();

        /** The leg has ended, or came to nothing. Told to the last of its ways. */
        default void closed() {}

        /** How long the far end may say nothing at all. */
        default Duration patience() {
            return ClientTransaction.USUAL_PATIENCE;
        }

        /** Another way for the same call: the next peer of a trunk, or the same with credentials; empty when there is none. */
        Optional<Call> afterFailure(int status, Optional<SIPResponse> response);
    }

    UacLeg(SipDesk desk, Call call, Executor mailbox, DialogEvents events) {
        super(desk, mailbox, events);
        whenClosed(() -> placed.closed());
        place(call);
    }

    private void place(Call attempt) {
        placed = attempt;
        dialog = attempt.dialog();
        desk.dialogs().add(dialog.localTag(), this);
        desk.trace().joined(mailbox, dialog.callId());
        Headers headers = new Headers().with(attempt.headers()).with(session.offer());
        OutgoingRequest request = dialog.request("INVITE", headers, attempt.offer());
        ClientTransaction[] sent = new ClientTransaction[1];
        sent[0] = desk.transactions()
                .send(
                        request,
                        dialog.flow(),
                        attempt.patience(),
                        answer -> mailbox.execute(() -> answered(answer, attempt, sent[0], request)));
        invite = sent[0];
    }

    @Override
    protected void close() {
        super.close();
        invite.tells(new Strays(desk, dialog, invite.request(), invite));
    }

    @Override
    public String userAgent() {
        return userAgent;
    }

    @Override
    boolean isAnswered() {
        return answered;
    }

    /** While it rings it may renew what is agreed, and nothing else. */
    @Override
    public boolean knows(SIPRequest request) {
        Dialog mine = dialog;
        return answered
                ? super.knows(request)
                : mine != null
                        && request.getMethod().equals("UPDATE")
                        && mine.callId().equals(request.getCallId().getCallId())
                        && ringsAs.equals(String.valueOf(request.getFromTag()));
    }

    /** While it rings: when it has answered our offer in progress that we acknowledged (RFC 3311 5.1). */
    @Override
    protected boolean mayOffer(SIPRequest update) {
        return super.mayOffer(update) || progress.hasAnswered(String.valueOf(update.getFromTag()));
    }

    private void answered(Answer answer, Call attempt, ClientTransaction from, OutgoingRequest request) {
        if (answer.isSuccess()) {
            succeeded(answer, from, request);
        } else if (!over && from == invite) {
            if (answer.isProvisional()) {
                provisional(answer.response().orElseThrow(), request);
            } else {
                failed(answer, attempt);
            }
        }
    }

    private void provisional(SIPResponse response, OutgoingRequest request) {
        int status = response.getStatusCode();
        if (status == 100 || ReliableProgress.isDemandedBy(response) && !isAcknowledged(response, request)) {
            return;
        }
        ringsAs = String.valueOf(response.getToTag());
        Optional<String> sdp = Sdp.of(response);
        if (sdp.isPresent()) {
            progress.said(response, sdp.get());
            events.early(sdp.get());
        } else if (status == 180 || status == 183) {
            events.ringing();
        }
    }

    /** By a PRACK. @return false when it is to be passed over */
    private boolean isAcknowledged(SIPResponse response, OutgoingRequest request) {
        Optional<String> rack = progress.take(response, request);
        rack.ifPresent(value -> {
            Dialog early = dialog.fork(request, response);
            OutgoingRequest prack = early.request("PRACK", Headers.of("RAck", value), Body.NONE);
            dialog.countsOnFrom(early);
            desk.transactions().send(prack, early.flow(), ClientTransaction.ClientEvents.IGNORED);
        });
        return rack.isPresent();
    }

    private void succeeded(Answer answer, ClientTransaction from, OutgoingRequest request) {
        boolean wanted = !over && !answered && from == invite;
        if (wanted) {
            SIPResponse response = answer.response().orElseThrow();
            answered = true;
            dialog.establish(response);
            userAgent = userAgentOf(response);
            keeper.learn(response);
            session.agreed(SessionTerms.of(response));
            from.acknowledge(response.getToTag(), ack(dialog, request), dialog.flow());
            Optional<String> sdp = progress.answer(response);
            if (sdp.isPresent()) {
                events.answered(sdp.get());
            } else {
                sendBye(HangupCause.FAULT);
                close();
                events.refused(488);
            }
        } else {
            new Strays(desk, dialog, request, from).answered(answer);
        }
    }

    /** While it rings, by the tag of its last 180; some phones that pick up know none, and say 0. */
    @Override
    protected boolean isTheirs(String tag) {
        return answered ? super.isTheirs(tag) : tag.equals("0") || tag.equals(ringsAs);
    }

    @Override
    protected String theirTag() {
        return answered ? super.theirTag() : ringsAs;
    }

    private static byte[] ack(Dialog of, OutgoingRequest invite) {
        return of.ack(invite.cseq(), Body.NONE).encode();
    }

    private void failed(Answer answer, Call attempt) {
        desk.dialogs().remove(dialog.localTag());
        boolean longer = answer.response()
                .filter(response -> answer.status() == 422 && session.tooShort(SessionTerms.of(response)))
                .isPresent();
        if (longer && !given) {
            place(attempt);
            return;
        }
        Optional<Call> next = given ? Optional.empty() : attempt.afterFailure(answer.status(), answer.response());
        if (next.isPresent()) {
            place(next.get());
            return;
        }
        close();
        int status = answer.status();
        if (status >= 300 && status < 400) {
            events.redirected(Contacts.usersOf(answer.response().orElseThrow()));
        } else {
            events.refused(status);
        }
    }

    @Override
    public void ring() {
        throw new IllegalStateException("a called leg rings by itself");
    }

    @Override
    public void early(String sdp) {
        throw new IllegalStateException("a called leg speaks early by itself");
    }

    @Override
    public void answer(String sdp) {
        throw new IllegalStateException("a called leg answers by itself");
    }

    @Override
    public void refuse(int status) {
        throw new IllegalStateException("a called leg is not refused");
    }

    @Override
    public void hangUp(HangupCause cause) {
        if (over) {
            return;
        }
        given = true;
        if (answered) {
            sendBye(cause);
        } else {
            invite.cancel(Headers.of("Reason", Reasons.of(cause)));
        }
        close();
    }

    private static String userAgentOf(SIPResponse response) {
        if (response.getHeader(UserAgentHeader.NAME) instanceof SIPHeader header) {
            return Text.line(header.getHeaderValue());
        }
        return response.getHeader(ServerHeader.NAME) instanceof SIPHeader header
                ? Text.line(header.getHeaderValue())
                : "";
    }
}
