/** Invoices and credit notes: numbered without a gap, kept as they were issued. What is sold, and whether it was paid, is decided elsewhere. */
package ro.clickphone.pbx.invoice;
