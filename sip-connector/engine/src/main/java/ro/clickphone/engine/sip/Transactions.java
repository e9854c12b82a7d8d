package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.call.Wheel;

/**
 * All transactions. JAIN-SIP's own tables are not used: a stray response makes them walk through every transaction, and
 * an unanswered one never goes (ADR 6). Here each message is one look-up.
 */
final class Transactions implements SipReader.SipSink {
    private static final int MOST = 200_000;

    private final Map<String, ServerTransaction> servers = new ConcurrentHashMap<>();
    private final Map<String, ClientTransaction> clients = new ConcurrentHashMap<>();
    private final Map<String, String> merges = new ConcurrentHashMap<>();
    private final Wheel wheel;
    private final UdpReplies udp;
    private volatile RequestSink requests;

    /** Where new requests go. */
    interface RequestSink {
        /** Serves a request without remembering it: what strangers send must cost no memory. @return false to remember it */
        boolean serveForgetfully(SIPRequest request, Flow flow, Reply reply);

        void request(SIPRequest request, ServerTransaction transaction);

        /** An ACK that belongs to no transaction: of a 2xx, or astray. */
        void ack(SIPRequest request);
    }

    /** An answer that is sent once, and made again if the request is repeated. */
    interface Reply {
        void respond(int status, Headers more);
    }

    /** A UDP flow to where a response must go. */
    interface UdpReplies {
        Flow to(InetSocketAddress address);
    }

    Transactions(Wheel wheel, UdpReplies udp) {
        this.wheel = wheel;
        this.udp = udp;
    }

    void deliverTo(RequestSink sink) {
        requests = sink;
    }

    Wheel wheel() {
        return wheel;
    }

    int size() {
        return servers.size() + clients.size();
    }

    @Override
    public void request(SIPRequest request, Flow flow) {
        String key = keyOf(request, request.getMethod());
        ServerTransaction known = servers.get(key);
        switch (request.getMethod()) {
            case "ACK" -> ack(request, key);
            case "CANCEL" -> cancel(request, flow, known, key);
            default -> {
                if (known != null) {
                    known.repeated(replies(request, flow));
                } else {
                    serve(request, flow, key);
                }
            }
        }
    }

    private void ack(SIPRequest request, String key) {
        ServerTransaction known = servers.get(key);
        if (known != null) {
            known.acknowledged();
            if (request.getToTag() != null) {
                requests.ack(request);
            }
        } else {
            requests.ack(request);
        }
    }

    private void cancel(SIPRequest request, Flow flow, ServerTransaction known, String key) {
        if (known != null) {
            known.repeated(replies(request, flow));
            return;
        }
        ServerTransaction invite = servers.get(keyOf(request, "INVITE"));
        ServerTransaction own = begin(request, flow, key);
        if (invite == null) {
            own.respond(481);
            return;
        }
        own.respond(200);
        invite.toCancel().cancelled();
    }

    private void serve(SIPRequest request, Flow flow, String key) {
        Reply once = (status, more) -> replies(request, flow)
                .send(Responses.write(request, status, tagOf(key), flow.remote(), more, Body.NONE), () -> {});
        if (requests.serveForgetfully(request, flow, once)) {
            return;
        }
        if (servers.size() >= MOST) {
            once.respond(503, Headers.of("Retry-After", 10));
            return;
        }
        ServerTransaction transaction = begin(request, flow, key);
        if (isMerged(request, key)) {
            transaction.respond(482);
            return;
        }
        requests.request(request, transaction);
    }

    /** The same for a repeat (RFC 3261 8.2.7). */
    private static String tagOf(String key) {
        return Long.toString(key.hashCode() * 0x9E3779B97F4A7C15L >>> 1, 36);
    }

    private ServerTransaction begin(SIPRequest request, Flow flow, String key) {
        ServerTransaction transaction = new ServerTransaction(this, key, request, flow, replies(request, flow));
        servers.put(key, transaction);
        return transaction;
    }

    /** The same request by another way (RFC 3261 8.2.2.2). */
    private boolean isMerged(SIPRequest request, String key) {
        if (request.getToTag() != null) {
            return false;
        }
        String name = request.getCallId().getCallId()
                + '\n'
                + request.getFromTag()
                + '\n'
                + request.getCSeq().getSeqNumber()
                + '\n'
                + request.getMethod();
        String first = merges.putIfAbsent(name, key);
        if (first == null) {
            wheel.after(8000, () -> merges.remove(name));
        }
        return first != null && !first.equals(key);
    }

    /** By UDP to the source; without rport, and with no address translation between, to the port that Via names. */
    private Flow replies(SIPRequest request, Flow flow) {
        Via via = request.getTopmostVia();
        if (flow.transport() != Transport.UDP || via.hasParameter("rport")) {
            return flow;
        }
        int port = via.getPort() <= 0 ? 5060 : via.getPort();
        boolean direct = flow.remote().getAddress().getHostAddress().equals(via.getHost());
        return !direct || port == flow.remote().getPort() || port > 65_535
                ? flow
                : udp.to(new InetSocketAddress(flow.remote().getAddress(), port));
    }

    @Override
    public void response(SIPResponse response, Flow flow) {
        String branch = response.getTopmostVia().getBranch();
        boolean ofCancel = "CANCEL".equals(response.getCSeq().getMethod());
        Optional.ofNullable(clients.get(ofCancel ? branch + "-cancel" : branch))
                .filter(client ->
                        client.request().method().equals(response.getCSeq().getMethod()))
                .filter(client ->
                        client.request().callId().equals(response.getCallId().getCallId()))
                .ifPresent(client -> client.received(response));
    }

    ClientTransaction send(OutgoingRequest request, Flow flow, ClientTransaction.ClientEvents events) {
        return send(request, flow, ClientTransaction.USUAL_PATIENCE, events);
    }

    ClientTransaction send(
            OutgoingRequest request, Flow flow, Duration patience, ClientTransaction.ClientEvents events) {
        ClientTransaction transaction = new ClientTransaction(this, request, flow, patience, events);
        clients.put(keyOf(transaction), transaction);
        transaction.start();
        return transaction;
    }

    void remove(ServerTransaction transaction) {
        servers.remove(transaction.key(), transaction);
    }

    void remove(ClientTransaction transaction) {
        clients.remove(keyOf(transaction), transaction);
    }

    private static String keyOf(ClientTransaction transaction) {
        String branch = transaction.key();
        return "CANCEL".equals(transaction.request().method()) ? branch + "-cancel" : branch;
    }

    /**
     * RFC 3261 17.2.3, and the Call-ID, for clients whose branches are not as unlike as they should be; for a branch
     * without the cookie (RFC 2543) everything that such a client kept the same.
     */
    private static String keyOf(SIPRequest request, String method) {
        Via via = request.getTopmostVia();
        String as = "ACK".equals(method) ? "INVITE" : method;
        String branch = via.getBranch();
        if (branch != null && branch.regionMatches(true, 0, Tokens.MAGIC_COOKIE, 0, 7)) {
            return branch
                    + '\n'
                    + via.getHost()
                    + ':'
                    + via.getPort()
                    + '\n'
                    + as
                    + '\n'
                    + request.getCallId().getCallId();
        }
        return request.getCallId().getCallId()
                + '\n'
                + request.getFromTag()
                + '\n'
                + request.getCSeq().getSeqNumber()
                + '\n'
                + via.getHost()
                + ':'
                + via.getPort()
                + '\n'
                + as;
    }
}
