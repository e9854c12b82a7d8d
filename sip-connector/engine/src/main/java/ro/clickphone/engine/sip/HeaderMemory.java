package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.ContactList;
import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.header.Expires;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.UserAgent;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.header.ViaList;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.util.Set;

/**
 * The parser of JAIN-SIP, and the headers that it read last: the messages of a call, and a phone's registrations, say
 * most of their lines again, and to read a line costs a hundred times what it costs to compare it. Used by one thread.
 *
 * <p>A header that is remembered stands in several messages at once, so only kinds are remembered that nobody changes.
 * Of lists it is the only element that is remembered, never the list: a message adds to it. Content-Length is none of
 * them, since the body's reader sets it.
 */
final class HeaderMemory extends StringMsgParser {
    private static final Set<Class<?>> UNCHANGED = Set.of(
            From.class,
            To.class,
            CallID.class,
            CSeq.class,
            Via.class,
            Contact.class,
            MaxForwards.class,
            UserAgent.class,
            ContentType.class,
            Expires.class);

    /** A power of two. A line has one place; what comes to the same one later takes it. */
    private static final int PLACES = 1024;

    private static final int LONGEST = 256;

    private final Known[] known = new Known[PLACES];

    private record Known(String line, SIPHeader header) {}

    @Override
    protected void processHeader(String line, SIPMessage message, ParseExceptionListener faults, byte[] raw)
            throws ParseException {
        int hash = line.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Known here = known[place];
        if (here != null && here.line().equals(line)) {
            message.attachHeader(here.header(), false);
            return;
        }
        SIPHeader header;
        try {
            header = only(parseSIPHeader(line));
        } catch (ParseException e) {
            // reads it again, and tells whoever is to know of faults
            super.processHeader(line, message, faults, raw);
            return;
        }
        message.attachHeader(header, false);
        if (line.length() <= LONGEST && UNCHANGED.contains(header.getClass())) {
            known[place] = new Known(line, header);
        }
    }

    /** The element of a list that has no other one: the message makes a list of its own for it. */
    private static SIPHeader only(SIPHeader header) {
        if (header instanceof ViaList vias && vias.size() == 1) {
            return (Via) vias.getFirst();
        }
        if (header instanceof ContactList contacts && contacts.size() == 1) {
            return (Contact) contacts.getFirst();
        }
        return header;
    }
}
