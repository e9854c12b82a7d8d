package ro.clickphone.pbx.efactura;

/** How far a document is on its way to the tax office. */
public enum SendState {
    /** To be sent. */
    WAITING,
    /** Being sent at this moment. */
    SENDING,
    /** It was being sent when the line or the server broke: the tax office's own list says whether it has it. */
    UNSURE,
    /** The tax office has it and has not judged it yet. */
    SENT,
    /** Sealed; the answer is kept. */
    ACCEPTED,
    /** The tax office found a fault. A person puts it right and sends it again. */
    REFUSED,
    /** The tax office does not take it from us at all. A person must look. */
    STUCK
}
