package ro.clickphone.pbx.invoice;

/** How far the tax office (RO e-Factura) has come with a document. */
public enum Reported {
    /** To be sent. */
    WAITING,
    /** Taken in, not judged yet. */
    SENT,
    /** Sealed by the tax office: only now it is an invoice to a company. */
    ACCEPTED,
    /** The tax office found a fault: it must be looked at by a person. */
    REFUSED
}
