package ro.clickphone.pbx.efactura;

/** What became of an upload. */
sealed interface UploadAnswer {
    /** @param index what the tax office calls it from now on */
    record Taken(String index) implements UploadAnswer {}

    /** It says that it does not take it, and why: no matter of waiting. */
    record NotTaken(String why) implements UploadAnswer {}

    /** The line broke after the document may have gone through. */
    record Unknown(String why) implements UploadAnswer {}
}
