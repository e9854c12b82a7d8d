package ro.clickphone.pbx.vault;

/** Something sealed was changed, cut off, or sealed with another key. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSealException(String why) {
        super("a seal does not open: " + why);
    }
}
