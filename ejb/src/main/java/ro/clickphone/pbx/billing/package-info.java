/** Who issues invoices and to whom: names, tax codes and addresses as the tax office demands them. No amount may enter. */
package ro.clickphone.pbx.billing;
