/** Tarife: what a minute costs, for everybody. */
package ro.clickphone.portal.rates;
