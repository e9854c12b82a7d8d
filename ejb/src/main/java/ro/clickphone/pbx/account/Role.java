package ro.clickphone.pbx.account;

/** What a person who signs in may do. */
public enum Role {
    /** The customer: everything in the own account. */
    OWNER,
    /** Back office: invoices and payments of all customers. */
    FINANCE,
    /** The hosting provider's people. */
    OPERATOR
}
