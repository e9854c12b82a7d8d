package ro.clickphone.engine.call;

/** Keys that a caller who knows the menu presses while the business still thinks: the verb that follows gets them. */
final class KeysAhead {
    private static final int MOST = 32;

    private final StringBuilder keys = new StringBuilder();

    void keep(char key) {
        if (keys.length() < MOST) {
            keys.append(key);
        }
    }

    /** Those that were kept; from now on there are none. */
    String taken() {
        String all = keys.toString();
        keys.setLength(0);
        return all;
    }
}
