package ro.clickphone.engine.sip;

import java.util.Optional;
import java.util.function.Consumer;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.call.Decider;

/** Whom a user means by a colleague's number; the business knows who is one. */
final class Neighbours {
    private final Decider decider;

    Neighbours(Decider decider) {
        this.decider = decider;
    }

    /** What the extensions of one customer have in common: {@code 53630-} of {@code 53630-100}. */
    static String prefixOf(SipIdentity who) {
        return who.user().substring(0, who.user().lastIndexOf('-') + 1);
    }

    /** @param named a colleague's number, with or without the customer's prefix, or the user itself */
    void of(SipIdentity who, String named, Consumer<Optional<SipIdentity>> found, Runnable failed) {
        if (named.equals(who.user())) {
            found.accept(Optional.of(who));
            return;
        }
        String prefix = prefixOf(who);
        String number = !prefix.isEmpty() && named.startsWith(prefix) ? named.substring(prefix.length()) : named;
        if (number.isEmpty() || number.length() > Users.LONGEST) {
            found.accept(Optional.empty());
        } else {
            decider.ask(business -> business.neighbour(who, number), found, why -> failed.run());
        }
    }
}
