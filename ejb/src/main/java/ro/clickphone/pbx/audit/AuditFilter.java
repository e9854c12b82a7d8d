package ro.clickphone.pbx.audit;

import java.time.Instant;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Refusal;

/** Which lines. @param text part of actor, address, act or subject; empty for all */
public record AuditFilter(Instant from, Instant until, String text) {
    private static final int LONGEST = 64;

    /** @throws Refusal {@code audit.filter} */
    public AuditFilter {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        text = text.strip();
        if (text.length() > LONGEST) {
            throw new Refusal("audit.filter", "text", LONGEST);
        }
    }

    String pattern() {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
