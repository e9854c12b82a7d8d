package ro.clickphone.pbx.kernel;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody asked for cannot be done, and why, for that somebody to read: the code is the key of a message in the
 * resource bundles, shown next to the field, or as problem+json. Rolls the transaction back.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;
    private final List<String> arguments;

    /**
     * @param code key of the message, {@code queue.empty}
     * @param field which input it is about; empty when it is about the whole
     * @param arguments what the message's places {@code {0} {1}} are filled with
     */
    public Refusal(String code, String field, Object... arguments) {
        super(code
                + (field.isEmpty() ? "" : " (" + field + ")")
                + (arguments.length == 0 ? "" : " " + Arrays.toString(arguments)));
        this.code = code;
        this.field = field;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public String code() {
        return code;
    }

    public String field() {
        return field;
    }

    public List<String> arguments() {
        return arguments;
    }
}
