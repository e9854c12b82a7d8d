package ro.clickphone.pbx.document;

/** What a document is to the tax office. */
public enum DocumentKind {
    /** An offer to pay; no fiscal document. */
    PROFORMA("FACTURĂ PROFORMĂ"),
    /** Credit of which the sale is the supply. */
    INVOICE("FACTURĂ"),
    /** Credit that is an advance for services rendered later. */
    ADVANCE("FACTURĂ DE AVANS"),
    /** A month's services, paid from an advance of which as much is taken back. */
    SERVICES("FACTURĂ"),
    /** Takes an invoice back, whole or in part (Cod fiscal, art. 330). */
    CREDIT_NOTE("FACTURĂ DE STORNARE");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    /** Whether it tells of money that has come in, which may go back. */
    public boolean isPayment() {
        return this == INVOICE || this == ADVANCE;
    }

    /** As it is printed; fiscal documents are in Romanian. */
    String title() {
        return title;
    }
}
