package ro.clickphone.pbx.tax;

/** What a top-up is to the tax office; the operator decides. */
public enum VatModel {
    /** Credit for telephony only: selling it is the supply, and its VAT is final (MFP 408212/24.12.2013). */
    SUPPLY,
    /** Money for what is rendered later: each month's services are invoiced, and as much of the advance is taken back. */
    ADVANCE
}
