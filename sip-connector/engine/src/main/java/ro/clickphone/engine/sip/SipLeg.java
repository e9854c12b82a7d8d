package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.DialogEvents;
import ro.clickphone.engine.call.LegDialog;

/** What both kinds of legs do once they are answered. All in the call's mailbox, but for the two entrances. */
abstract class SipLeg implements LegDialog, Dialogs.Member {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, PRACK, INFO, REFER, NOTIFY, MESSAGE";

    protected final SipDesk desk;
    protected final Executor mailbox;
    protected final DialogEvents events;
    protected Dialog dialog;
    protected volatile boolean over;
    private boolean offering;
    private ServerTransaction answering;
    private Optional<ServerTransaction> awaitsAnswer = Optional.empty();

    SipLeg(SipDesk desk, Executor mailbox, DialogEvents events) {
        this.desk = desk;
        this.mailbox = mailbox;
        this.events = events;
    }

    @Override
    public InetAddress farAddress() {
        return dialog.flow().remote().getAddress();
    }

    // ---- entrances, on SIP threads ------------------------------------------------------------------------------

    @Override
    public boolean knows(SIPRequest request) {
        Dialog mine = dialog;
        return mine != null && mine.isWith(request, request.getFromTag());
    }

    @Override
    public void request(SIPRequest request, ServerTransaction transaction) {
        mailbox.execute(() -> handle(request, transaction));
    }

    @Override
    public void ack(SIPRequest request) {
        mailbox.execute(() -> acknowledged(request));
    }

    // ---- requests inside the dialog -----------------------------------------------------------------------------

    private void handle(SIPRequest request, ServerTransaction transaction) {
        if (over) {
            transaction.respond(481);
        } else if (!dialog.follows(request)) {
            transaction.respond(500, Headers.of("Retry-After", 1));
        } else {
            switch (request.getMethod()) {
                case "BYE" -> bye(transaction);
                case "INVITE" -> reinvite(request, transaction);
                case "UPDATE" -> update(request, transaction);
                case "INFO" -> info(request, transaction);
                case "OPTIONS" -> transaction.respond(200, Headers.of("Allow", ALLOW));
                case "PRACK" -> transaction.respond(481);
                case "REFER" -> transaction.respond(501);
                case "NOTIFY" -> transaction.respond(200);
                default -> transaction.respond(405, Headers.of("Allow", ALLOW));
            }
        }
    }

    private void bye(ServerTransaction transaction) {
        transaction.respond(200);
        close();
        events.ended(HangupCause.NORMAL);
    }

    private void reinvite(SIPRequest request, ServerTransaction transaction) {
        if (offering || !isAnswered()) {
            transaction.respond(491);
            return;
        }
        if (answering != null) {
            transaction.respond(500, Headers.of("Retry-After", 2));
            return;
        }
        dialog.refreshTarget(request, transaction.flow());
        answering = transaction;
        transaction.onEvents(new ServerTransaction.InviteEvents() {
            @Override
            public void cancelled() {
                transaction.respond(487);
                mailbox.execute(() -> answering = null);
            }

            @Override
            public void notAcknowledged() {
                mailbox.execute(SipLeg.this::lost);
            }
        });
        Optional<String> offer = Sdp.of(request);
        if (offer.isPresent()) {
            events.offered(offer.get(), new Reply(transaction, request));
        } else {
            awaitsAnswer = Optional.of(transaction);
            events.offerWanted(new Reply(transaction, request));
        }
    }

    private void update(SIPRequest request, ServerTransaction transaction) {
        if (offering || answering != null) {
            transaction.respond(491);
            return;
        }
        dialog.refreshTarget(request, transaction.flow());
        Optional<String> offer = Sdp.of(request);
        if (offer.isPresent()) {
            events.offered(offer.get(), new Reply(transaction, request));
        } else {
            transaction.respond(200, sessionHeaders(request).with("Contact", dialog.contact()));
        }
    }

    private void info(SIPRequest request, ServerTransaction transaction) {
        transaction.respond(200);
        Dtmf.of(request).ifPresent(events::digit);
    }

    private void acknowledged(SIPRequest request) {
        if (answering != null) {
            answering.acknowledged();
            answering = null;
            Optional<String> sdp = Sdp.of(request);
            if (awaitsAnswer.isPresent() && sdp.isPresent()) {
                events.agreedAnew(sdp.get());
            }
            awaitsAnswer = Optional.empty();
        } else {
            firstAcknowledged(request);
        }
    }

    /** The ACK of the dialog's first INVITE. */
    protected void firstAcknowledged(SIPRequest request) {
        // a called leg has none
    }

    /** Answers to an offer that came in the dialog. */
    private final class Reply implements DialogEvents.Reply {
        private final ServerTransaction transaction;
        private final SIPRequest request;

        Reply(ServerTransaction transaction, SIPRequest request) {
            this.transaction = transaction;
            this.request = request;
        }

        @Override
        public void accept(String sdp) {
            transaction.respond(
                    200,
                    sessionHeaders(request).with("Contact", dialog.contact()).with("Allow", ALLOW),
                    Body.sdp(sdp));
        }

        @Override
        public void refuse(int status) {
            transaction.respond(status);
            if (transaction == answering) {
                answering = null;
            }
        }
    }

    /** What session timers want to be said in a 2xx. */
    protected Headers sessionHeaders(SIPRequest request) {
        return Headers.of("Supported", "replaces, timer");
    }

    // ---- what we want of the far end ----------------------------------------------------------------------------

    abstract boolean isAnswered();

    @Override
    public String sipCallId() {
        return dialog.callId();
    }

    @Override
    public void offerAnew(String sdp) {
        if (over || offering || answering != null || !isAnswered()) {
            return;
        }
        offering = true;
        OutgoingRequest invite = dialog.request(
                "INVITE",
                Headers.of("Contact", dialog.contact()).with("Allow", ALLOW).with("Supported", "replaces, timer"),
                Body.sdp(sdp));
        ClientTransaction[] sent = new ClientTransaction[1];
        sent[0] = desk.transactions()
                .send(invite, dialog.flow(), answer -> mailbox.execute(() -> answeredAnew(answer, sent, invite)));
    }

    private void answeredAnew(Answer answer, ClientTransaction[] sent, OutgoingRequest invite) {
        if (answer.isProvisional()) {
            return;
        }
        offering = false;
        if (answer.isSuccess() && answer.response().isPresent()) {
            var response = answer.response().get();
            dialog.refreshTarget(response, dialog.flow());
            sent[0].acknowledge(
                    response.getToTag(), dialog.ack(invite.cseq(), Body.NONE).encode(), dialog.flow());
            Sdp.of(response).ifPresent(events::agreedAnew);
        } else if (answer.status() == 481 || answer.status() == 408) {
            lost();
        }
    }

    /** The far end does not answer any more, or says that there is no such dialog. */
    protected void lost() {
        if (!over) {
            sendBye(HangupCause.SIGNALLING_TIMEOUT);
            close();
            events.ended(HangupCause.SIGNALLING_TIMEOUT);
        }
    }

    protected void sendBye(HangupCause cause) {
        OutgoingRequest bye = dialog.request("BYE", Headers.of("Reason", Reasons.of(cause)), Body.NONE);
        desk.transactions().send(bye, dialog.flow(), ClientTransaction.ClientEvents.IGNORED);
    }

    /** Nothing more is heard of it. */
    protected void close() {
        over = true;
        desk.dialogs().remove(dialog.localTag());
    }

    @Override
    public void transferProgress(int status) {
        // nobody was promised a transfer
    }

    @Override
    public Optional<String> replacesKey() {
        return isAnswered() ? Optional.of(dialog.localTag()) : Optional.empty();
    }
}
