package ro.clickphone.pbx.efactura;

/** The tax office cannot be asked at this moment; nothing was taken by it. */
final class OfficeTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    OfficeTrouble(String message) {
        super(message);
    }

    OfficeTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
