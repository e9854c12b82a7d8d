package ro.clickphone.pbx.document;

/** What a document is to the tax office. */
public enum DocumentKind {
    /** An offer to pay; no fiscal document. */
    PROFORMA("FACTURĂ PROFORMĂ"),
    INVOICE("FACTURĂ"),
    /** Takes an invoice back, whole or in part (Cod fiscal, art. 330). */
    CREDIT_NOTE("FACTURĂ DE STORNARE");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    /** As it is printed; fiscal documents are in Romanian. */
    String title() {
        return title;
    }
}
