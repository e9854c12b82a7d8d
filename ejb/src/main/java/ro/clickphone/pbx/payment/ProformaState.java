package ro.clickphone.pbx.payment;

/** What became of a proforma. */
public enum ProformaState {
    OPEN,
    PAID,
    CANCELLED,
    /** Its price in lei no longer holds. */
    EXPIRED
}
