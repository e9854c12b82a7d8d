package ro.clickphone.pbx.rating;

import java.io.Serializable;
import java.util.List;

/** What is wrong with a line of a file. @param code key of the message in the bundles */
public record LineError(int line, String code, List<String> arguments) implements Serializable {
    public LineError {
        arguments = List.copyOf(arguments);
    }
}
