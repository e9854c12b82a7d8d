/** Opening hours of a customer: when the exchange takes calls. Nothing of where the calls go may enter. */
package ro.clickphone.pbx.schedule;
