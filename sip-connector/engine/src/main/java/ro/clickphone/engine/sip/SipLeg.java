package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.call.DialogEvents;
import ro.clickphone.engine.call.LegDialog;
import ro.clickphone.engine.call.LegSight;

/** What both kinds of legs do once they are answered. All in the call's mailbox, but for the two entrances. */
abstract class SipLeg implements LegDialog, Dialogs.Member {
    /** Served in a dialog. */
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, PRACK, INFO, REFER, NOTIFY";

    static final String SUPPORTED = "replaces, timer, norefersub";

    protected final SipDesk desk;
    protected final Executor mailbox;
    protected final DialogEvents events;
    protected Dialog dialog;
    protected volatile boolean over;
    private Runnable whenClosed = () -> {};
    private boolean offering;
    private ServerTransaction answering;
    private long answeringNumber;
    private Optional<ServerTransaction> awaitsAnswer = Optional.empty();
    protected final SessionTimer session;
    protected final SessionKeeper keeper;
    private Optional<ReferSubscription> referral = Optional.empty();

    SipLeg(SipDesk desk, Executor mailbox, DialogEvents events) {
        this.desk = desk;
        this.mailbox = mailbox;
        this.events = events;
        this.keeper = new SessionKeeper(this);
        this.session =
                new SessionTimer((time, task) -> desk.wheel().after(time, () -> mailbox.execute(task))::cancel, keeper);
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
        Optional<Headers> wanted = bodyInstead(request);
        if (over) {
            transaction.respond(481);
        } else if (!dialog.follows(request)) {
            transaction.respond(500, Headers.of("Retry-After", 1));
        } else if (wanted.isPresent()) {
            transaction.respond(415, wanted.get());
        } else {
            switch (request.getMethod()) {
                case "BYE" -> bye(transaction);
                case "INVITE" -> reinvite(request, transaction);
                case "UPDATE" -> update(request, transaction);
                case "INFO" -> info(request, transaction);
                case "OPTIONS" -> transaction.respond(200, Headers.of("Allow", ALLOW));
                case "PRACK" -> prack(request, transaction);
                case "REFER" -> refer(request, transaction);
                case "NOTIFY" -> transaction.respond(200);
                default -> transaction.respond(405, Headers.of("Allow", ALLOW));
            }
        }
    }

    /** What its body should be, when it cannot be served with the one that it has. */
    private static Optional<Headers> bodyInstead(SIPRequest request) {
        return switch (request.getMethod()) {
            case "INVITE", "UPDATE", "PRACK" -> Sdp.refusal(request);
            case "INFO" -> Dtmf.refusal(request);
            default -> Optional.empty();
        };
    }

    private void bye(ServerTransaction transaction) {
        transaction.respond(200);
        giveUpInvite();
        close();
        events.ended(HangupCause.NORMAL);
    }

    /** BYE in an early dialog: the INVITE needs its answer (RFC 3261 15.1.2). */
    protected void giveUpInvite() {
        // a called leg sent it itself
    }

    /** Nothing of ours waits for one. */
    protected void prack(SIPRequest request, ServerTransaction transaction) {
        transaction.respond(481);
    }

    private void reinvite(SIPRequest request, ServerTransaction transaction) {
        if (SessionTerms.of(request).areTooShort()) {
            transaction.respond(422, Headers.of("Min-SE", SessionTerms.LEAST));
            return;
        }
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
        answeringNumber = request.getCSeq().getSeqNumber();
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
        Optional<String> offer = Sdp.of(request);
        if (SessionTerms.of(request).areTooShort()) {
            transaction.respond(422, Headers.of("Min-SE", SessionTerms.LEAST));
            return;
        }
        if (offering || answering != null) {
            transaction.respond(491);
            return;
        }
        if (offer.isPresent() && !mayOffer(request)) {
            // the first offer has no answer yet (RFC 3311 5.2)
            transaction.respond(500, Headers.of("Retry-After", 3));
            return;
        }
        dialog.refreshTarget(request, transaction.flow());
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

    private void refer(SIPRequest request, ServerTransaction transaction) {
        if (!isAnswered()) {
            transaction.respond(403);
        } else if (referral.filter(ReferSubscription::isPending).isPresent()) {
            transaction.respond(491);
        } else {
            ReferSubscription asked = new ReferSubscription(
                    this,
                    request,
                    transaction,
                    referral.isEmpty() ? ReferSubscription.First.YES : ReferSubscription.First.NO);
            refer(ReferTarget.of(request), asked);
            referral = Optional.of(asked);
        }
    }

    private void refer(ReferTarget target, ReferSubscription asked) {
        if (target instanceof ReferTarget.Number number) {
            events.transferAsked(number.user(), asked);
        } else if (target instanceof ReferTarget.DialogOfOurs other) {
            desk.dialogs()
                    .named(other.name())
                    .ifPresentOrElse(with -> events.attendedTransferAsked(with, asked), () -> {
                        asked.accept();
                        asked.progress(481);
                    });
        } else if (target instanceof ReferTarget.Unusable unusable) {
            asked.refuse(unusable.status());
        }
    }

    /** An ACK of an earlier INVITE may come late, when its first one was lost. */
    private void acknowledged(SIPRequest request) {
        if (answering != null && request.getCSeq().getSeqNumber() == answeringNumber) {
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

    /** Whether the offers before this one are settled. */
    protected boolean mayOffer(SIPRequest update) {
        return isAnswered();
    }

    /** Answers to an offer that came in the dialog. */
    protected final class Reply implements DialogEvents.Reply {
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

    /** What is said of the session in a 2xx. */
    protected Headers sessionHeaders(SIPRequest request) {
        return Headers.of("Supported", SUPPORTED)
                .with(isAnswered() ? session.answer(SessionTerms.of(request)) : Headers.NONE);
    }

    // ---- what we want of the far end ----------------------------------------------------------------------------

    abstract boolean isAnswered();

    @Override
    public String sipCallId() {
        return dialog.callId();
    }

    @Override
    public LegSight.DialogName name() {
        return new LegSight.DialogName(dialog.callId(), dialog.localTag(), theirTag());
    }

    protected String theirTag() {
        return String.valueOf(dialog.remoteTag());
    }

    @Override
    public void offerAnew(String sdp) {
        if (over || offering || answering != null || !isAnswered()) {
            events.refusedAnew(491);
            return;
        }
        offering = true;
        OutgoingRequest invite = dialog.request(
                "INVITE",
                Headers.of("Contact", dialog.contact())
                        .with("Allow", ALLOW)
                        .with("Supported", SUPPORTED)
                        .with(session.renewal()),
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
            Sdp.of(response).ifPresentOrElse(events::agreedAnew, () -> events.refusedAnew(488));
        } else {
            events.refusedAnew(answer.status());
        }
        keeper.refreshed(answer);
    }

    /** Whether an offer is under way, so that none can be made now. */
    boolean isNegotiating() {
        return offering || answering != null;
    }

    boolean isOver() {
        return over;
    }

    /** The far end does not answer any more, or says that there is no such dialog. */
    void lost() {
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

    /** Runs the task once, when nothing more is heard of this leg. Called before it can be over. */
    protected void whenClosed(Runnable task) {
        whenClosed = task;
    }

    /** Nothing more is heard of it. */
    protected void close() {
        over = true;
        session.stop();
        desk.dialogs().remove(dialog.localTag());
        Runnable task = whenClosed;
        whenClosed = () -> {};
        task.run();
    }

    /** A request in the dialog whose answer changes nothing. */
    void send(String method, Headers headers, Body body) {
        send(method, headers, body, answer -> {});
    }

    /** @param then in the mailbox */
    void send(String method, Headers headers, Body body, Consumer<Answer> then) {
        if (!over) {
            OutgoingRequest request = dialog.request(method, headers, body);
            desk.transactions().send(request, dialog.flow(), answer -> mailbox.execute(() -> then.accept(answer)));
        }
    }

    String contact() {
        return dialog.contact();
    }

    @Override
    public Optional<DialogEvents> named(String callId, String theirTag) {
        Dialog mine = dialog;
        return !over && mine != null && mine.callId().equals(callId) && isTheirs(theirTag)
                ? Optional.of(events)
                : Optional.empty();
    }

    /** Whether the far end calls itself so. */
    protected boolean isTheirs(String tag) {
        return tag.equals(dialog.remoteTag());
    }
}
