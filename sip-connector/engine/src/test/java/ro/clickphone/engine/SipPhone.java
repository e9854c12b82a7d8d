package ro.clickphone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ro.clickphone.engine.media.Phone;

/** A telephone on loopback that speaks SIP word by word as a test says, and has a voice: one tone. */
final class SipPhone implements AutoCloseable {
    private static final AtomicInteger NAMES = new AtomicInteger();

    final Phone voice = new Phone();
    final String user;
    private final InetSocketAddress exchange;
    private final DatagramSocket socket;
    private final SipInbox inbox;

    /** @param hertz what it says as soon as it knows where to */
    SipPhone(int exchangePort, String user, int hertz) {
        this(exchangePort, user, hertz, 0);
    }

    /** @param ownPort 0 for any */
    SipPhone(int exchangePort, String user, int hertz, int ownPort) {
        this.exchange = new InetSocketAddress(InetAddress.getLoopbackAddress(), exchangePort);
        this.user = user;
        this.inbox = new SipInbox(user);
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), ownPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        voice.says(hertz);
        Thread listener = new Thread(this::listen, "sip phone " + user);
        listener.setDaemon(true);
        listener.start();
    }

    /** An extension's, registered. */
    static SipPhone registered(int exchangePort, int extension, int hertz) {
        SipPhone phone = new SipPhone(exchangePort, "53630-" + extension, hertz);
        phone.newRegistration().proven("REGISTER", phone.contact() + "Expires: 600\r\n", "", 200);
        return phone;
    }

    String aor() {
        return "<sip:" + user + "@pbx.clickphone.ro>";
    }

    String contact() {
        return "Contact: <sip:" + user + "@127.0.0.1:" + socket.getLocalPort() + ">\r\n";
    }

    // ---- calls --------------------------------------------------------------------------------------------------

    /** Calls, and is answered. */
    Leg calls(String number) {
        return calls(number, "");
    }

    Leg calls(String number, String moreHeaders) {
        Leg leg = newLeg(number);
        SipText ok = leg.proven("INVITE", contact() + moreHeaders, voice.offer("8", "101"), 200);
        leg.established(ok);
        return leg;
    }

    Leg newRegistration() {
        return new Leg("sip:pbx.clickphone.ro", aor());
    }

    Leg newLeg(String number) {
        return newLegTo("sip:" + number + "@pbx.clickphone.ro");
    }

    Leg newLegTo(String uri) {
        return new Leg(uri, "<" + uri + ">");
    }

    /** Waits for an INVITE, and rings. */
    Leg rings() {
        return rings("");
    }

    Leg rings(String moreHeaders) {
        SipText invite =
                await("INVITE", text -> text.is("INVITE") && !text.header("To").contains("tag="));
        Leg leg = new Leg(invite);
        reply(invite, 180, leg.localTag, contact() + moreHeaders, "");
        return leg;
    }

    /** Waits for an INVITE, rings and answers. */
    Leg answers() {
        Leg leg = rings();
        leg.answer();
        return leg;
    }

    // ---- messages -----------------------------------------------------------------------------------------------

    /** The first message of that kind that nobody has waited for yet. */
    SipText await(String what, Predicate<SipText> kind) {
        return inbox.await(what, kind);
    }

    SipText awaitRequest(String method) {
        return await(method, text -> text.is(method));
    }

    /** Waits for a request, and answers it with 200. */
    SipText takes(String method) {
        SipText request = awaitRequest(method);
        reply(request, 200, "", contact(), "");
        return request;
    }

    boolean hasReceived(Predicate<SipText> kind) {
        return inbox.hasReceived(kind);
    }

    void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, exchange));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void reply(SipText request, int status, String toTag, String headers, String body) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " Whatever\r\n");
        request.headers("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        text.append("From: ").append(request.header("From")).append("\r\n");
        String to = request.header("To");
        text.append("To: ")
                .append(to.contains("tag=") || toTag.isEmpty() ? to : to + ";tag=" + toTag)
                .append("\r\n");
        text.append("Call-ID: ").append(request.header("Call-ID")).append("\r\n");
        text.append("CSeq: ").append(request.header("CSeq")).append("\r\n").append(headers);
        send(withBody(text, body));
    }

    private static String withBody(StringBuilder head, String body) {
        if (!body.isEmpty() && head.indexOf("Content-Type:") < 0) {
            head.append("Content-Type: application/sdp\r\n");
        }
        return head.append("Content-Length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    private void listen() {
        byte[] buffer = new byte[65_535];
        try {
            while (!socket.isClosed()) {
                DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
                socket.receive(datagram);
                inbox.take(new SipText(new String(buffer, 0, datagram.getLength(), StandardCharsets.UTF_8)));
            }
        } catch (IOException closed) {
            // switched off
        }
    }

    @Override
    public void close() {
        socket.close();
        voice.close();
    }

    /** One dialog. */
    final class Leg {
        final String callId;
        final String localTag = "t" + NAMES.incrementAndGet();
        String remoteTag = "";
        private final String local;
        private String remote;
        private String target;
        private int cseq = 1;
        private Optional<SipText> invite = Optional.empty();
        private String lastBranch = "";

        private Leg(String target, String remote) {
            this.callId = "c" + NAMES.incrementAndGet() + "-" + System.nanoTime();
            this.local = aor() + ";tag=" + localTag;
            this.remote = remote;
            this.target = target;
        }

        private Leg(SipText invite) {
            this.callId = invite.header("Call-ID");
            this.local = invite.header("To") + ";tag=" + localTag;
            this.remote = invite.header("From");
            this.remoteTag = invite.tag("From");
            this.target = invite.uriOf("Contact");
            this.invite = Optional.of(invite);
        }

        SipText invite() {
            return invite.orElseThrow();
        }

        void answer() {
            answer(voice.to(invite().body()).sdp("sendrecv", "8", "101"));
        }

        void answerWithoutWaiting() {
            reply(invite(), 200, localTag, contact(), voice.to(invite().body()).sdp("sendrecv", "8", "101"));
        }

        void answer(String sdp) {
            reply(invite(), 200, localTag, contact(), sdp);
            await("ACK", text -> text.is("ACK") && text.header("Call-ID").equals(callId));
        }

        void refuse(int status, String headers) {
            reply(invite(), status, localTag, headers, "");
            awaitRequest("ACK");
        }

        /** The far end is known by this answer to our INVITE. */
        void established(SipText ok) {
            remote = ok.header("To");
            remoteTag = ok.tag("To");
            target = ok.uriOf("Contact");
            if (ok.body().contains("m=audio")) {
                voice.to(ok.body());
            }
            SipPhone.this.send(ack(ok, ""));
        }

        String ack(SipText ok, String body) {
            return message("ACK", Integer.parseInt(ok.header("CSeq").replaceAll("\\D", "")), "", body);
        }

        /** Sends a request, and answers a challenge. */
        SipText proven(String method, String headers, String body, int expected) {
            SipText answer = ask(method, headers, body);
            if (answer.status() == 401 || answer.status() == 407) {
                if (method.equals("INVITE")) {
                    sendAckOfFailure(answer);
                }
                answer = ask(method, headers + proof(method, answer), body);
            }
            if (answer.status() != expected) {
                throw new AssertionError(method + " got " + answer);
            }
            return answer;
        }

        private void sendAckOfFailure(SipText answer) {
            String keep = remote;
            remote = answer.header("To");
            SipPhone.this.send(message("ACK", cseq - 1, "", "").replaceFirst("branch=[^;\r]*", "branch=" + lastBranch));
            remote = keep;
        }

        private String proof(String method, SipText challenge) {
            return Proof.of(user, method, target, challenge);
        }

        /** With the answer to that challenge. */
        int sendProven(String method, SipText challenge, String headers, String body) {
            return send(method, headers + proof(method, challenge), body);
        }

        /** Sends a request in this dialog and waits for its final answer. */
        SipText ask(String method, String headers, String body) {
            int number = send(method, headers, body);
            return finalAnswer(method, number);
        }

        /** @return its number */
        int send(String method, String headers, String body) {
            int number = cseq++;
            String text = message(method, number, headers, body);
            inviteText = method.equals("INVITE") ? text : inviteText;
            SipPhone.this.send(text);
            return number;
        }

        SipText finalAnswer(String method, int number) {
            return await(
                    "answer to " + method, text -> text.status() >= 200 && text.answers(callId, number + " " + method));
        }

        private String message(String method, int number, String headers, String body) {
            if (!method.equals("ACK") || lastBranch.isEmpty()) {
                lastBranch = "z9hG4bK" + NAMES.incrementAndGet() + "x" + System.nanoTime();
            }
            String branch = method.equals("ACK") ? lastBranch + "a" : lastBranch;
            StringBuilder text = new StringBuilder(method + " " + target + " SIP/2.0\r\n");
            text.append("Via: SIP/2.0/UDP 127.0.0.1:")
                    .append(socket.getLocalPort())
                    .append(";rport;branch=")
                    .append(branch)
                    .append("\r\n");
            text.append("Max-Forwards: 70\r\nFrom: ")
                    .append(local)
                    .append("\r\nTo: ")
                    .append(remote);
            text.append("\r\nCall-ID: ").append(callId).append("\r\nCSeq: ").append(number);
            text.append(' ').append(method).append("\r\n").append(headers);
            return withBody(text, body);
        }

        /** Its INVITE is not wanted any more. */
        void cancel() {
            SipPhone.this.send(inviteText
                    .replaceFirst("INVITE", "CANCEL")
                    .replaceFirst("CSeq: (\\d+) INVITE", "CSeq: $1 CANCEL")
                    .replaceFirst("(?s)Content-Type.*", "Content-Length: 0\r\n\r\n"));
        }

        private String inviteText = "";

        /** Calls without waiting for more than that it rings. */
        int invites() {
            return invites("");
        }

        int invites(String headers) {
            return invites(headers, offer -> offer);
        }

        int invitesWithoutOffer() {
            return invites("", offer -> "");
        }

        /** @param body made of the offer */
        int invites(String headers, UnaryOperator<String> body) {
            SipText challenge = ask("INVITE", contact(), voice.offer("8", "101"));
            sendAckOfFailure(challenge);
            return send(
                    "INVITE", contact() + headers + proof("INVITE", challenge), body.apply(voice.offer("8", "101")));
        }

        /** The ACK of a refusal, in the transaction of what was refused last. */
        String ackOfRefusal(SipText refused) {
            int number = Integer.parseInt(refused.header("CSeq").replaceAll("\\D", ""));
            return message("ACK", number, "", "").replaceFirst("branch=[^;\r]*", "branch=" + lastBranch);
        }

        /** A request out of its order. */
        SipText askWithNumber(String method, int number) {
            SipPhone.this.send(message(method, number, "", ""));
            return finalAnswer(method, number);
        }

        /** An early dialog: the far end has a tag. */
        void toIsNow(SipText response) {
            remote = response.header("To");
            remoteTag = response.tag("To");
            target = response.uriOf("Contact");
        }

        void hangUp() {
            ask("BYE", "", "");
        }

        /** The far end hangs up. */
        SipText isHungUp() {
            SipText bye = await(
                    "BYE", text -> text.is("BYE") && text.header("Call-ID").equals(callId));
            reply(bye, 200, "", "", "");
            return bye;
        }

        /** Puts the other on hold, or takes it from there, by {@code sendonly} and {@code sendrecv}. */
        SipText reinvite(String direction) {
            SipText answer = ask("INVITE", contact(), voice.sdp(direction, "8", "101"));
            if (answer.status() == 200) {
                SipPhone.this.send(ack(answer, ""));
            }
            return answer;
        }

        /** What the exchange says of a transfer, until the last word. */
        int transferResult() {
            while (true) {
                SipText notify = takes("NOTIFY");
                if (notify.header("Subscription-State").startsWith("terminated")) {
                    return Integer.parseInt(notify.body().split(" ")[1]);
                }
            }
        }
    }
}
