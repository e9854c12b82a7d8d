package ro.clickphone.pbx.fraud;

import java.util.Objects;
import ro.clickphone.pbx.kernel.Refusal;

/** A line of the lists of numbers (manual, item 40). @param note for the customer's own memory */
public record NumberLine(Way way, NumberPattern pattern, Colour colour, String note) {
    private static final int LONGEST_NOTE = 80;

    /** Which calls it is about. */
    public enum Way {
        IN,
        OUT
    }

    /** What becomes of them. */
    public enum Colour {
        /** Refused. */
        BLACK,
        /** Permitted, whatever the classes and shorter lines say. */
        WHITE
    }

    /** @throws Refusal {@code fraud.note} */
    public NumberLine {
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(colour, "colour");
        note = note.replaceAll("\\p{Cntrl}+", " ").strip();
        if (note.length() > LONGEST_NOTE) {
            throw new Refusal("fraud.note", "note", LONGEST_NOTE);
        }
    }
}
