package ro.clickphone.pbx.bank;

import java.io.Serializable;
import java.util.List;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * A line of a statement that could not be read.
 *
 * @param number counted from 1
 * @param why key of a text
 * @param told what stands in that text: what the line says and should not
 */
public record BadLine(long number, String why, List<String> told) implements Serializable {
    public BadLine {
        told = List.copyOf(told);
    }

    /** @param trouble a refusal says what it is about; anything else, that the line is no line */
    static BadLine of(long number, RuntimeException trouble) {
        return trouble instanceof Refusal refusal
                ? new BadLine(number, refusal.code(), refusal.arguments())
                : new BadLine(number, "bank.line", List.of());
    }
}
