package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetSocketAddress;
import ro.clickphone.engine.call.Wheel;

/**
 * A request that came, until its answer has safely arrived (RFC 3261 17.2, RFC 6026). Repeats are answered from memory.
 * What it keeps after the answer is the answer alone, so thousands of them are cheap.
 */
final class ServerTransaction {
    private static final long T1 = 500;
    private static final long T2 = 4000;
    private static final long TIMEOUT = 64 * T1;
    private static final long LINGER = 5000;
    private static final long LONGEST_RINGING = 15 * 60_000L;

    private final Transactions table;
    private final String key;
    private final String method;
    private final Flow flow;
    private final Flow replies;
    private final String toTag;
    private SIPRequest request;
    private byte[] last;
    private int lastStatus;
    private boolean acknowledged;
    private Wheel.Timer repeat;
    private Wheel.Timer end;
    private InviteEvents events = InviteEvents.IGNORED;
    private boolean cancelledEarly;

    /** What happens to an INVITE while it is served. */
    interface InviteEvents {
        InviteEvents IGNORED = new InviteEvents() {
            @Override
            public void cancelled() {}

            @Override
            public void notAcknowledged() {}
        };

        /** A CANCEL came; its 200 has been sent. */
        void cancelled();

        /** A 2xx was never acknowledged. */
        void notAcknowledged();
    }

    ServerTransaction(Transactions table, String key, SIPRequest request, Flow flow, Flow replies) {
        this.table = table;
        this.key = key;
        this.request = request;
        this.method = request.getMethod();
        this.flow = flow;
        this.replies = replies;
        this.toTag = request.getToTag() == null ? Tokens.tag() : request.getToTag();
        this.end = table.wheel().after(isInvite() ? LONGEST_RINGING : TIMEOUT, this::neverAnswered);
    }

    /** Whoever should have answered did not: nothing of it may stay. */
    private void neverAnswered() {
        respond(isInvite() ? 408 : 504);
    }

    String key() {
        return key;
    }

    Flow flow() {
        return flow;
    }

    InetSocketAddress source() {
        return flow.remote();
    }

    /** Our tag in the To header of its responses. */
    String toTag() {
        return toTag;
    }

    boolean isInvite() {
        return "INVITE".equals(method);
    }

    void onEvents(InviteEvents listener) {
        boolean late;
        synchronized (this) {
            events = listener;
            late = cancelledEarly;
        }
        if (late) {
            listener.cancelled();
        }
    }

    void respond(int status) {
        respond(status, Headers.NONE, Body.NONE);
    }

    void respond(int status, Headers more) {
        respond(status, more, Body.NONE);
    }

    /** Only one final response leaves; what comes after it is ignored. */
    synchronized void respond(int status, Headers more, Body body) {
        if (lastStatus >= 200) {
            return;
        }
        last = Responses.write(request, status, toTag, flow.remote(), more, body);
        lastStatus = status;
        replies.send(last, () -> {});
        if (status >= 200) {
            finalSent(status);
        }
    }

    private void finalSent(int status) {
        end.cancel();
        if (!isInvite()) {
            request = null;
            end = table.wheel().after(flow.isReliable() ? 0 : TIMEOUT, this::terminate);
            return;
        }
        if (status < 300 || !flow.isReliable()) {
            repeatAfter(T1);
        }
        end = table.wheel().after(TIMEOUT, this::lifeIsOver);
    }

    private void repeatAfter(long millis) {
        repeat = table.wheel().after(millis, () -> repeatFinal(millis));
    }

    private synchronized void repeatFinal(long waited) {
        if (!acknowledged && last != null) {
            replies.send(last, () -> {});
            repeatAfter(Math.min(2 * waited, T2));
        }
    }

    private void lifeIsOver() {
        boolean lost;
        InviteEvents listener;
        synchronized (this) {
            lost = !acknowledged && lastStatus < 300;
            listener = events;
        }
        terminate();
        if (lost) {
            listener.notAcknowledged();
        }
    }

    /** The same request again: the answer again, if there is one, to where the repeat came from. */
    synchronized void repeated(Flow way) {
        if (last != null && !(isInvite() && acknowledged)) {
            way.send(last, () -> {});
        }
    }

    /** ACK of a non-2xx by its transaction, or of a 2xx by its dialog. */
    synchronized void acknowledged() {
        if (lastStatus < 200 || acknowledged) {
            return;
        }
        acknowledged = true;
        request = null;
        events = InviteEvents.IGNORED;
        if (repeat != null) {
            repeat.cancel();
        }
        end.cancel();
        end = table.wheel().after(flow.isReliable() ? 0 : LINGER, this::terminate);
    }

    /** @return the one to be told of a CANCEL, nobody when it came too late */
    synchronized InviteEvents toCancel() {
        if (lastStatus >= 200) {
            return InviteEvents.IGNORED;
        }
        cancelledEarly = events == InviteEvents.IGNORED;
        return events;
    }

    private synchronized void terminate() {
        if (repeat != null) {
            repeat.cancel();
        }
        acknowledged = true;
        events = InviteEvents.IGNORED;
        last = null;
        table.remove(this);
    }
}
