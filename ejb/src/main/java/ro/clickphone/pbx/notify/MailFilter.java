package ro.clickphone.pbx.notify;

import java.util.EnumSet;
import java.util.Set;
import ro.clickphone.pbx.kernel.Refusal;

/** Which mails of the outbox. @param to part of the receiver's address; empty for all */
public record MailFilter(Set<MailState> states, String to) {
    private static final int LONGEST = 254;

    /** @throws Refusal {@code mail.filter} */
    public MailFilter {
        states = states.isEmpty() ? EnumSet.allOf(MailState.class) : Set.copyOf(states);
        to = to.strip();
        if (to.length() > LONGEST) {
            throw new Refusal("mail.filter", "to", LONGEST);
        }
    }

    public static MailFilter all() {
        return new MailFilter(Set.of(), "");
    }

    String pattern() {
        return "%" + to.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
