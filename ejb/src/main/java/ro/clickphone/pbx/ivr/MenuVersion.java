package ro.clickphone.pbx.ivr;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** Menus that were applied at some time. @param number counted up from 1 @param by who applied them */
public record MenuVersion(int number, Instant appliedAt, String by) implements Serializable {
    public MenuVersion {
        Objects.requireNonNull(appliedAt, "appliedAt");
        Objects.requireNonNull(by, "by");
    }
}
