package ro.clickphone.pbx.extension;

/** An extension with the SIP password that was just made for it: the only moment at which it can be read. */
public record NewExtension(Extension extension, SipSettings settings, String password) {
    /** Without the password: the answer may stand in a log line by accident. */
    @Override
    public String toString() {
        return "NewExtension[" + extension + "]";
    }
}
