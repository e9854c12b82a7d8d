package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.RecordRoute;
import gov.nist.javax.sip.header.RecordRouteList;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The state of a dialog (RFC 3261 12): enough to write the next request in it, and to check the next one that comes. */
final class Dialog {
    /** A proxy of the old standard wants to be named in the Request-URI, and the far end last (RFC 3261 12.2.1.1). */
    private static final Pattern LOOSE = Pattern.compile("(?i);lr(?=[;>=]|$)");

    private final OurNames names;
    private final String callId;
    private final String localTag;
    private final String local;
    private String remote;
    private String remoteTag;
    private String target;
    private List<String> routes = List.of();
    private long localSeq;
    private long remoteSeq = -1;
    private Flow flow;
    private Optional<Flows> ways = Optional.empty();

    private Dialog(OurNames names, String callId, String localTag, String local, String remote, Flow flow) {
        this.names = names;
        this.callId = callId;
        this.localTag = localTag;
        this.local = local;
        this.remote = remote;
        this.flow = flow;
    }

    /** Made by a request that came. */
    static Dialog ofCalled(OurNames names, SIPRequest request, String localTag, Flow flow) {
        String to = valueOf((SIPHeader) request.getTo());
        Dialog dialog = new Dialog(
                names,
                request.getCallId().getCallId(),
                localTag,
                request.getToTag() == null ? to + ";tag=" + localTag : to,
                valueOf((SIPHeader) request.getFrom()),
                flow);
        dialog.remoteTag = String.valueOf(request.getFromTag());
        dialog.remoteSeq = request.getCSeq().getSeqNumber();
        dialog.target = targetOf(request, "sip:" + OurNames.hostPort(flow.remote()));
        dialog.routes = routesOf(request);
        dialog.localSeq = 1;
        return dialog;
    }

    /** To be made by a request of ours. @param from value without a tag */
    static Dialog ofCaller(OurNames names, String from, String to, String target, List<String> routes, Flow flow) {
        String tag = Tokens.tag();
        Dialog dialog = new Dialog(names, Tokens.callId(), tag, from + ";tag=" + tag, to, flow);
        dialog.target = target;
        dialog.routes = routes;
        return dialog;
    }

    /** Our request's response names the far end: its tag, where it is, by which proxies. */
    void establish(SIPMessage response) {
        remote = valueOf((SIPHeader) response.getTo());
        remoteTag = String.valueOf(response.getToTag());
        target = targetOf(response, target);
        List<String> recorded = routesOf(response);
        Collections.reverse(recorded);
        routes = recorded;
        findWay();
    }

    /** Requests go where routes and Contact say from now on; a phone's go back by the way it came, through its NAT. */
    void goesWhereItSays(Flows by) {
        ways = Optional.of(by);
        findWay();
    }

    /** The same as soon as the far end has said so. */
    void mayBeMoved(Flows by) {
        ways = Optional.of(by);
    }

    private void findWay() {
        ways.flatMap(by -> NextHop.of(routes.isEmpty() ? target : routes.get(0), flow)
                        .map(there -> by.to(flow.transport(), there)))
                .ifPresent(there -> flow = there);
    }

    /** The dialog of a 2xx that is not the one we stay with. */
    Dialog fork(OutgoingRequest invite, SIPMessage response) {
        Dialog fork = new Dialog(names, callId, localTag, local, remote, flow);
        fork.target = invite.uri();
        fork.localSeq = localSeq;
        fork.ways = ways;
        fork.establish(response);
        return fork;
    }

    /** Whatever was asked in an early dialog: what this one may become counts on from it. */
    void countsOnFrom(Dialog early) {
        localSeq = early.localSeq;
    }

    /** A re-INVITE or UPDATE, or its answer, may move the far end. */
    void refreshTarget(SIPMessage message, Flow way) {
        target = targetOf(message, target);
        flow = way;
        findWay();
    }

    String callId() {
        return callId;
    }

    String localTag() {
        return localTag;
    }

    String remoteTag() {
        return remoteTag;
    }

    Flow flow() {
        return flow;
    }

    /** @param theirTag null at a phone of the old standard (RFC 2543), in all its messages */
    boolean isWith(SIPMessage message, String theirTag) {
        return callId.equals(message.getCallId().getCallId())
                && String.valueOf(theirTag).equals(remoteTag);
    }

    /** Requests must come with growing numbers (RFC 3261 12.2.2). @return false when it is out of order */
    boolean follows(SIPRequest request) {
        long number = request.getCSeq().getSeqNumber();
        if (number <= remoteSeq) {
            return false;
        }
        remoteSeq = number;
        return true;
    }

    OutgoingRequest request(String method, Headers more, Body body) {
        return write(method, ++localSeq, more, body);
    }

    /** The ACK of a 2xx has the number of its INVITE (RFC 3261 13.2.2.4). */
    OutgoingRequest ack(long inviteSeq, Body body) {
        return write("ACK", inviteSeq, Headers.NONE, body);
    }

    private OutgoingRequest write(String method, long number, Headers more, Body body) {
        String branch = Tokens.branch();
        boolean strict = !routes.isEmpty() && !LOOSE.matcher(routes.get(0)).find();
        StringBuilder lines = new StringBuilder();
        routes.stream().skip(strict ? 1 : 0).forEach(route -> append(route, lines));
        if (strict) {
            append('<' + target + '>', lines);
        }
        return new OutgoingRequest(
                method,
                strict ? uriOf(routes.get(0)) : target,
                names.via(flow, branch),
                branch,
                lines.toString(),
                local,
                remote,
                callId,
                number,
                more,
                body);
    }

    private static void append(String route, StringBuilder lines) {
        lines.append("Route: ").append(route).append("\r\n");
    }

    private static String uriOf(String route) {
        int open = route.indexOf('<');
        int close = route.indexOf('>', open);
        return open < 0 || close < 0 ? route : route.substring(open + 1, close);
    }

    /** Where the far end is. */
    String uri() {
        return target;
    }

    String contact() {
        return names.contact(flow);
    }

    private static String valueOf(SIPHeader header) {
        String line = header.encode();
        return line.substring(line.indexOf(':') + 1).trim();
    }

    static String targetOf(SIPMessage message, String otherwise) {
        Contact contact = message.getContactHeaders() == null ? null : message.getContactHeader();
        return contact == null || contact.isWildCard() || contact.getAddress() == null
                ? otherwise
                : contact.getAddress().getURI().toString();
    }

    private static List<String> routesOf(SIPMessage message) {
        List<String> found = new ArrayList<>();
        RecordRouteList recorded = message.getRecordRouteHeaders();
        if (recorded != null) {
            for (RecordRoute route : recorded) {
                found.add(valueOf(route));
            }
        }
        return found;
    }
}
