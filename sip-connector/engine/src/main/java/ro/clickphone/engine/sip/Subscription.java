package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.call.DialogEvents;

/** A phone that wants to know (RFC 6665): its dialog, and the NOTIFYs in it, one at a time. In one mailbox with all others. */
final class Subscription implements Dialogs.Member {
    private final Wish wish;
    private final SipDesk desk;
    private final Executor mailbox;
    private final Desk events;
    private final Dialog dialog;
    private Instant expiresAt = Instant.EPOCH;
    private int version;
    private boolean underWay;
    private boolean outdated;
    private boolean over;

    /**
     * What is wanted.
     *
     * @param who the subscriber, proven
     * @param watched the subscriber's own AOR, or a colleague's
     * @param event value of the Event header, to be given back
     * @param entity the watched as the subscriber named it
     * @param contact where the subscriber is
     */
    record Wish(SipIdentity who, SipIdentity watched, EventPackage kind, String event, String entity, String contact) {
        /** A phone that was switched off and on subscribes anew: the old one is nobody's any more. */
        boolean isOfSamePhone(Wish other) {
            return who.equals(other.who)
                    && watched.equals(other.watched)
                    && kind == other.kind
                    && contact.equals(other.contact);
        }
    }

    /** Who keeps it. */
    interface Desk {
        /** A request in its dialog, in order. */
        void renewed(Subscription subscription, SIPRequest request, ServerTransaction transaction);

        String bodyOf(Wish wish, int version);

        Instant now();

        /** Its phone is gone. */
        void lost(Subscription subscription);
    }

    Subscription(Wish wish, SipDesk desk, Executor mailbox, Desk events, SIPRequest request, ServerTransaction first) {
        this.wish = wish;
        this.desk = desk;
        this.mailbox = mailbox;
        this.events = events;
        this.dialog = Dialog.ofCalled(desk.names(), request, first.toTag(), first.flow());
        desk.dialogs().add(dialog.localTag(), this);
    }

    Wish wish() {
        return wish;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    String contact() {
        return dialog.contact();
    }

    void lastsUntil(Instant end) {
        expiresAt = end;
    }

    void movedTo(SIPRequest request, Flow flow) {
        dialog.refreshTarget(request, flow);
    }

    /** Tells the state of now, or, when something is being told still, the state of then. */
    void tell() {
        if (underWay) {
            outdated = true;
        } else if (!over) {
            long left = Math.max(0, expiresAt.getEpochSecond() - events.now().getEpochSecond());
            notify("active;expires=" + left);
        }
    }

    /** The last word. @param reason as in RFC 6665 4.1.3 */
    void end(String reason) {
        if (!over) {
            notify("terminated;reason=" + reason);
            close();
        }
    }

    /** Nothing more is said. */
    void close() {
        over = true;
        desk.dialogs().remove(dialog.localTag());
    }

    private void notify(String state) {
        underWay = true;
        outdated = false;
        Headers headers = Headers.of("Event", wish.event())
                .with("Subscription-State", state)
                .with("Contact", dialog.contact())
                .with("Allow", Subscriptions.ALLOW);
        Body body = new Body(wish.kind().type(), events.bodyOf(wish, version++));
        desk.transactions()
                .send(
                        dialog.request("NOTIFY", headers, body),
                        dialog.flow(),
                        answer -> mailbox.execute(() -> told(answer)));
    }

    private void told(Answer answer) {
        if (answer.isProvisional()) {
            return;
        }
        underWay = false;
        boolean gone = answer.status() == 481
                || answer.status() == 404
                || answer.status() == 410
                || answer.status() == 489
                || answer.response().isEmpty();
        if (gone && !over) {
            close();
            events.lost(this);
        } else if (outdated) {
            tell();
        }
    }

    // ---- on SIP threads -----------------------------------------------------------------------------------------

    @Override
    public boolean knows(SIPRequest request) {
        return dialog.isWith(request, request.getFromTag());
    }

    @Override
    public void request(SIPRequest request, ServerTransaction transaction) {
        mailbox.execute(() -> {
            if (over) {
                transaction.respond(481);
            } else if (!dialog.follows(request)) {
                transaction.respond(500, Headers.of("Retry-After", 1));
            } else if (request.getMethod().equals("SUBSCRIBE")) {
                events.renewed(this, request, transaction);
            } else {
                transaction.respond(405, Headers.of("Allow", Subscriptions.ALLOW));
            }
        });
    }

    @Override
    public void ack(SIPRequest request) {
        // nothing in it is an INVITE
    }

    @Override
    public Optional<DialogEvents> named(String callId, String theirTag) {
        return Optional.empty();
    }
}
