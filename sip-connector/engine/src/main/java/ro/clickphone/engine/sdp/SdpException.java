package ro.clickphone.engine.sdp;

/** A session description that cannot be read, or that leaves nothing to agree on. */
public final class SdpException extends Exception {
    private static final long serialVersionUID = 1L;

    public SdpException(String message) {
        super(message);
    }
}
