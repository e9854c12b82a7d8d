/**
 * Invoice, credit note and proforma as values; their PDF, their XML (UBL 2.1, CIUS-RO), and the official rules that the
 * XML must meet. Pure: no database, no clock, no network may enter.
 */
package ro.clickphone.pbx.document;
