package ro.clickphone.pbx.access;

/** What a person who signs in may do. */
public enum Role {
    /** The customer: everything in the own account, its users and its keys too. */
    OWNER,
    /** Runs the customer's exchange; does not decide who else signs in. */
    ADMINISTRATOR,
    /** Sees the customer's exchange and its reports. */
    READ_ONLY,
    /** Back office: invoices and payments of all customers. */
    FINANCE,
    /** The hosting provider's people. */
    OPERATOR;

    /** Works for the exchange and belongs to no customer. */
    public boolean isBackOffice() {
        return this == FINANCE || this == OPERATOR;
    }
}
