package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whom a request inside a dialog is for: found by our own tag, checked by Call-ID and the other's tag. */
final class Dialogs {
    private final Map<String, Member> members = new ConcurrentHashMap<>();

    /** Who has a dialog. Called on SIP threads; only to be posted on. */
    interface Member {
        /** Whether Call-ID and the sender's tag are right. */
        boolean knows(SIPRequest request);

        void request(SIPRequest request, ServerTransaction transaction);

        void ack(SIPRequest request);
    }

    void add(String localTag, Member member) {
        members.put(localTag, member);
    }

    void remove(String localTag) {
        members.remove(localTag);
    }

    Optional<Member> of(SIPRequest request) {
        return byTag(request.getToTag()).filter(member -> member.knows(request));
    }

    Optional<Member> byTag(String localTag) {
        return Optional.ofNullable(localTag).map(members::get);
    }

    int size() {
        return members.size();
    }
}
