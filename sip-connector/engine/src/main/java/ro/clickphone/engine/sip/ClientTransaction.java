package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import ro.clickphone.engine.call.Wheel;

/** A request of ours, until its answer has come (RFC 3261 17.1, RFC 6026). The ACK of a non-2xx is its own. */
final class ClientTransaction {
    private static final long T1 = 500;
    private static final long T2 = 4000;
    private static final long TIMEOUT = 64 * T1;
    private static final long LINGER = 5000;

    /** As long as the standard waits (RFC 3261 17.1.1.2, timers B and F). */
    static final Duration USUAL_PATIENCE = Duration.ofMillis(TIMEOUT);

    private final Transactions table;
    private final long patience;
    private final OutgoingRequest request;
    private final Flow flow;
    private ClientEvents events;
    private byte[] bytes;
    private int lastStatus;
    private boolean cancelWanted;
    private boolean cancelled;
    private Headers reason = Headers.NONE;
    private Wheel.Timer repeat;
    private Wheel.Timer end;
    private byte[] ack;
    private Map<String, byte[]> acksOfTags = Map.of();

    /** What becomes of it; on SIP and timer threads, only to be posted on. */
    interface ClientEvents {
        ClientEvents IGNORED = response -> {};

        /** Any response; of an INVITE also each 2xx with a new tag. A timeout is a 408, a dead transport a 503 of our own. */
        void answered(Answer answer);
    }

    /** @param patience how long nothing at all may come before that is the answer */
    ClientTransaction(Transactions table, OutgoingRequest request, Flow flow, Duration patience, ClientEvents events) {
        this.table = table;
        this.patience = Math.min(TIMEOUT, patience.toMillis());
        this.request = request;
        this.flow = flow;
        this.events = events;
        this.bytes = request.encode();
    }

    String key() {
        return request.branch();
    }

    OutgoingRequest request() {
        return request;
    }

    Flow flow() {
        return flow;
    }

    /** Whatever still comes is that one's. */
    synchronized void tells(ClientEvents other) {
        if (events != ClientEvents.IGNORED) {
            events = other;
        }
    }

    private boolean isInvite() {
        return "INVITE".equals(request.method());
    }

    synchronized void start() {
        end = isInvite() && patience < TIMEOUT
                ? table.wheel().after(patience, this::giveUp)
                : table.wheel().after(patience, () -> over(408));
        if (!flow.isReliable()) {
            repeatAfter(T1);
        }
        flow.send(bytes, () -> over(503));
    }

    private void repeatAfter(long millis) {
        repeat = table.wheel().after(millis, () -> repeat(millis));
    }

    private synchronized void repeat(long waited) {
        if (lastStatus >= 200 || isInvite() && lastStatus >= 100 || bytes == null) {
            return;
        }
        flow.send(bytes, () -> {});
        boolean slow = !isInvite();
        repeatAfter(slow ? Math.min(lastStatus >= 100 ? T2 : 2 * waited, T2) : 2 * waited);
    }

    /**
     * Nothing came while there is another way to try. Should it come late, it is cancelled, or hung up; it must not ring
     * on for a caller who has gone elsewhere.
     */
    private void giveUp() {
        ClientEvents listener;
        synchronized (this) {
            if (lastStatus > 0) {
                return;
            }
            cancelWanted = true;
            stopTimers();
            end = table.wheel().after(TIMEOUT - patience, this::terminate);
            listener = events;
        }
        listener.answered(new Answer(408));
    }

    /** @param status ours: nothing came, or nothing could be sent */
    private void over(int status) {
        ClientEvents listener;
        synchronized (this) {
            if (lastStatus >= 200) {
                return;
            }
            lastStatus = status;
            listener = events;
            terminate();
        }
        listener.answered(new Answer(status));
    }

    void received(SIPResponse response) {
        int status = response.getStatusCode();
        ClientEvents listener;
        synchronized (this) {
            listener = isInvite() ? inviteAnswered(response, status) : otherAnswered(status);
        }
        listener.answered(new Answer(response));
    }

    private ClientEvents otherAnswered(int status) {
        if (lastStatus >= 200) {
            return ClientEvents.IGNORED;
        }
        lastStatus = status;
        if (status < 200) {
            return events;
        }
        ClientEvents listener = events;
        stopTimers();
        finishAfter(flow.isReliable() ? 0 : LINGER);
        return listener;
    }

    private ClientEvents inviteAnswered(SIPResponse response, int status) {
        if (status < 200) {
            return lastStatus >= 200 ? ClientEvents.IGNORED : provisional(status);
        }
        if (status < 300) {
            return success(response, status);
        }
        if (lastStatus >= 200) {
            if (ack != null && lastStatus >= 300) {
                flow.send(ack, () -> {});
            }
            return ClientEvents.IGNORED;
        }
        lastStatus = status;
        ack = request.ackOfFailure(((SIPHeader) response.getTo()).encode());
        flow.send(ack, () -> {});
        ClientEvents listener = events;
        stopTimers();
        finishAfter(flow.isReliable() ? 0 : TIMEOUT);
        return listener;
    }

    /** From now on only the far end, or we, end it: an INVITE may ring for minutes (timer C is the ring time). */
    private ClientEvents provisional(int status) {
        boolean first = lastStatus == 0;
        lastStatus = status;
        stopTimers();
        if (first && cancelWanted) {
            sendCancel();
        }
        return events;
    }

    private ClientEvents success(SIPResponse response, int status) {
        byte[] sent = acksOfTags.get(response.getToTag());
        if (sent != null) {
            flow.send(sent, () -> {});
            return ClientEvents.IGNORED;
        }
        if (lastStatus >= 300) {
            return ClientEvents.IGNORED;
        }
        if (lastStatus < 200) {
            lastStatus = status;
            stopTimers();
            end = table.wheel().after(TIMEOUT, this::terminate);
        }
        return events;
    }

    /** The dialog's ACK of a 2xx, sent now and again whenever the 2xx is repeated. */
    synchronized void acknowledge(String toTag, byte[] dialogsAck, Flow way) {
        if (acksOfTags.isEmpty()) {
            acksOfTags = new HashMap<>();
        }
        if (acksOfTags.size() < 8) {
            acksOfTags.put(String.valueOf(toTag), dialogsAck);
        }
        way.send(dialogsAck, () -> {});
    }

    /** Sends CANCEL, now or as soon as it is allowed (RFC 3261 9.1). @param why its further headers */
    synchronized void cancel(Headers why) {
        if (lastStatus >= 200 || cancelWanted) {
            return;
        }
        cancelWanted = true;
        reason = why;
        if (lastStatus >= 100) {
            sendCancel();
        }
    }

    private void sendCancel() {
        if (!cancelled) {
            cancelled = true;
            end = table.wheel().after(TIMEOUT, () -> over(487));
            table.send(request.cancel(reason), flow, ClientEvents.IGNORED);
        }
    }

    private void stopTimers() {
        if (repeat != null) {
            repeat.cancel();
        }
        end.cancel();
    }

    private void finishAfter(long millis) {
        bytes = null;
        events = ClientEvents.IGNORED;
        end = table.wheel().after(millis, this::terminate);
    }

    private synchronized void terminate() {
        stopTimers();
        bytes = null;
        events = ClientEvents.IGNORED;
        table.remove(this);
    }
}
