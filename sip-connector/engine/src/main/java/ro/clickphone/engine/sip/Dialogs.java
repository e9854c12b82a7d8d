package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.call.DialogEvents;

/** Whom a request inside a dialog is for: found by our own tag, checked by Call-ID and the other's tag. */
final class Dialogs {
    private final Map<String, Member> members = new ConcurrentHashMap<>();

    /** Who has a dialog. Called on SIP threads; only to be posted on. */
    interface Member {
        /** Whether Call-ID and the sender's tag are right. */
        boolean knows(SIPRequest request);

        void request(SIPRequest request, ServerTransaction transaction);

        void ack(SIPRequest request);

        /** What is told of it, if it has this Call-ID and the far end that tag. */
        Optional<DialogEvents> named(String callId, String theirTag);
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

    /** A dialog named in a Replaces header. Our tag is the to-tag; some phones write them the other way round. */
    Optional<DialogEvents> named(Replaces name) {
        return named(name.callId(), name.toTag(), name.fromTag())
                .or(() -> named(name.callId(), name.fromTag(), name.toTag()));
    }

    private Optional<DialogEvents> named(String callId, String ours, String theirs) {
        return byTag(ours).flatMap(member -> member.named(callId, theirs));
    }

    int size() {
        return members.size();
    }
}
