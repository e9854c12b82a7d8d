package ro.clickphone.pbx.fraud;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * Which calls of an account are allowed: part of its routing plan, pure. Asked with the normalised number that also gives
 * the price and goes to the trunk, by every way out: own calls, forwards, menus, transfers. Emergency calls never come here.
 */
public record CallRules(
        Restrictions account,
        Map<ExtensionNumber, Restrictions> extensions,
        List<NumberLine> lines,
        Anonymous anonymous) {
    public static final CallRules USUAL = new CallRules(Restrictions.USUAL, Map.of(), List.of(), Anonymous.ADMITTED);

    /** What becomes of callers who show no number (RFC 5079). */
    public enum Anonymous {
        ADMITTED,
        REFUSED
    }

    public CallRules {
        Objects.requireNonNull(account, "account");
        extensions = Map.copyOf(extensions);
        lines = List.copyOf(lines);
        Objects.requireNonNull(anonymous, "anonymous");
    }

    /** Whether nothing but emergency calls works. */
    public boolean isBlocked() {
        return account.isBlocked();
    }

    /** Whether this extension may neither call nor be called. */
    public boolean isBlocked(ExtensionNumber extension) {
        return of(extension).isBlocked();
    }

    /**
     * Whether a number may be called.
     *
     * @param extension who calls, or whose forward it is; the account as a whole when nobody's
     * @param number E.164, or a short number
     */
    public boolean permits(Optional<ExtensionNumber> extension, String number, NumberClass numberClass) {
        Restrictions restrictions = extension.map(this::of).orElse(account);
        if (restrictions.isBlocked()) {
            return false;
        }
        return new NumberLines(lines)
                .colourOf(NumberLine.Way.OUT, number)
                .map(colour -> colour == NumberLine.Colour.WHITE)
                .orElseGet(() -> restrictions.permits(Destinations.of(numberClass)));
    }

    /** Whether a caller from the public network comes in. */
    public Admission admits(CallerId caller) {
        if (isBlocked()) {
            return Admission.BLOCKED;
        }
        boolean hidden = caller.number().isEmpty() || caller.presentation() == CallerId.Presentation.RESTRICTED;
        String number = NumberPlan.fromCarrier(caller.number()).map(E164::value).orElse(caller.number());
        Optional<NumberLine.Colour> colour = new NumberLines(lines).colourOf(NumberLine.Way.IN, number);
        if (colour.isPresent()) {
            return colour.get() == NumberLine.Colour.WHITE ? Admission.WELCOME : Admission.UNWANTED;
        }
        return hidden && anonymous == Anonymous.REFUSED ? Admission.ANONYMOUS : Admission.WELCOME;
    }

    /** What is said to a caller from outside. */
    public enum Admission {
        WELCOME(0),
        /** The account refuses all calls. */
        BLOCKED(403),
        /** On the black list. */
        UNWANTED(603),
        /** Callers without a number are refused; RFC 5079 has a status for it. */
        ANONYMOUS(433);

        private final int status;

        Admission(int status) {
            this.status = status;
        }

        /** The status of the refusal; 0 for those who come in. */
        public int status() {
            return status;
        }
    }

    private Restrictions of(ExtensionNumber extension) {
        Restrictions own = extensions.get(extension);
        return own == null ? account : own.and(account);
    }
}
