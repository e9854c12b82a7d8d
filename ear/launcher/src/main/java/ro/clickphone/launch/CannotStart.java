package ro.clickphone.launch;

/** Why there is no exchange: one sentence for the person at the terminal. */
final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
