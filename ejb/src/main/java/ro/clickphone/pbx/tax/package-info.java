/** What the tax code says by date: VAT rates, the rate of the euro in lei, working days. No invoice and no customer may enter. */
package ro.clickphone.pbx.tax;
