package ro.clickphone.portal.error;

import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An exception nobody foresaw, under a reference that the page shows and support finds in the log. */
final class Trouble {
    private static final Logger LOG = Logger.getLogger(Trouble.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without the letters and figures that are mistaken for each other when read out over a telephone. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    private Trouble() {}

    /** Logs it. @return the new reference, {@code K7M2X9QD} */
    static String log(String where, Throwable cause) {
        String reference = reference();
        LOG.log(Level.SEVERE, "reference " + reference + ": trouble on " + printable(where), cause);
        return reference;
    }

    /** What the container refuses (a method, a type) is the asker's mistake: nobody is called out of bed for it. */
    static String refused(String where, int status) {
        String reference = reference();
        LOG.log(Level.INFO, "reference " + reference + ": " + status + " for " + printable(where));
        return reference;
    }

    /** Whether this can be a reference of ours, and may be shown. */
    static boolean isReference(String text) {
        return text != null && text.matches("[" + ALPHABET + "]{" + LENGTH + "}");
    }

    private static String reference() {
        StringBuilder text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(place -> text.append(ALPHABET.charAt(place)));
        return text.toString();
    }

    /** A path is a stranger's text: no line breaks in our log. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
