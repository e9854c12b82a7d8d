/** The customer's money on paper: Facturile mele, its documents, the billing data. */
package ro.clickphone.portal.invoice;
