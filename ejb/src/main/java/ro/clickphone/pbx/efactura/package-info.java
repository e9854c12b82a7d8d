/** RO e-Factura: every document that was issued goes to the tax office once, and its sealed answer is kept. */
package ro.clickphone.pbx.efactura;
