package ro.clickphone.pbx.prompt;

/** How a message was made. */
public enum Origin {
    /** Spoken into a telephone ({@code **500}). */
    PHONE,
    /** A file that was uploaded. */
    FILE,
    /** Spoken into the browser. */
    BROWSER,
    /** Read out from a text by the exchange. */
    SPEECH
}
