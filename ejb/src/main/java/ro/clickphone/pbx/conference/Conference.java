package ro.clickphone.pbx.conference;

import java.io.Serializable;

/**
 * A conference that the customer has named.
 *
 * @param room from 1 to 9: it is entered by {@code *601} to {@code *609}
 * @param code the digits that are asked for at the door; empty when none are
 */
public record Conference(int room, String name, String code) implements Serializable {
    /** What is dialled. */
    public String number() {
        return "*60" + room;
    }

    public boolean isAskingForCode() {
        return !code.isEmpty();
    }
}
