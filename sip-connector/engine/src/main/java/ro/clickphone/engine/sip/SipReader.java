package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import java.text.ParseException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.TracedMessage.Way;
import ro.clickphone.engine.call.Round;

/**
 * Turns bytes into messages, whatever the bytes are: what cannot be read is answered with 400 where that is possible, and
 * never more than this one message is lost (the parser of JAIN-SIP is known to overflow its stack on hostile input).
 */
final class SipReader {
    private static final Logger LOG = Logger.getLogger(SipReader.class.getName());
    private static final Set<Class<?>> VITAL = Set.of(
            From.class,
            To.class,
            CSeq.class,
            Via.class,
            CallID.class,
            ContentLength.class,
            RequestLine.class,
            StatusLine.class);

    private static final ThreadLocal<HeaderMemory> PARSERS = ThreadLocal.withInitial(HeaderMemory::new);
    private static final ParseExceptionListener STRICT_WHERE_VITAL = SipReader::onBadHeader;

    private final SipSink sink;
    private final SipTrace trace;

    SipReader(SipSink sink, SipTrace trace) {
        this.sink = sink;
        this.trace = trace;
    }

    /** A message of ours has left. */
    void sent(byte[] bytes, Flow flow) {
        trace.saw(Way.OUT, flow, bytes);
    }

    /** Where messages go that could be read. */
    interface SipSink {
        void request(SIPRequest request, Flow flow);

        void response(SIPResponse response, Flow flow);
    }

    /** @param bytes exactly one message */
    void read(byte[] bytes, Flow flow) {
        Round.with(() -> readNow(bytes, flow));
    }

    private void readNow(byte[] bytes, Flow flow) {
        trace.saw(Way.IN, flow, bytes);
        SIPMessage message;
        try {
            message = PARSERS.get().parseSIPMessage(bytes, true, false, STRICT_WHERE_VITAL);
        } catch (ParseException | RuntimeException | StackOverflowError e) {
            LOG.log(Level.FINE, "A message that cannot be read", e);
            BadMessage.refuse(bytes, flow, 400);
            return;
        }
        try {
            pass(message, bytes, flow);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.SEVERE, "A message could not be handled", e);
            BadMessage.refuse(bytes, flow, 500);
        }
    }

    private void pass(SIPMessage message, byte[] bytes, Flow flow) {
        if (message instanceof SIPResponse response && isWhole(response)) {
            sink.response(response, flow);
        } else if (message instanceof SIPRequest request) {
            int fault = BadMessage.faultOf(request, bytes);
            if (fault != 0) {
                BadMessage.refuse(bytes, flow, fault);
            } else {
                sink.request(request, flow);
            }
        }
    }

    private static boolean isWhole(SIPMessage message) {
        return message.getFrom() != null
                && message.getTo() != null
                && message.getCallId() != null
                && message.getCSeq() != null
                && message.getTopmostVia() != null
                && message.getTopmostVia().getBranch() != null;
    }

    private static void onBadHeader(ParseException why, SIPMessage message, Class<?> kind, String header, String text)
            throws ParseException {
        if (kind != null && VITAL.contains(kind)) {
            throw why;
        }
        message.addUnparsed(header);
    }
}
