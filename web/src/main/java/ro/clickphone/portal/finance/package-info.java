/** The finance desk: payments of the bank, invoices and the VAT journal, our own data. Each act is asked for by role in the service. */
package ro.clickphone.portal.finance;
