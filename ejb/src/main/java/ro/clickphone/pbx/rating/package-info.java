/** What calls cost: lists of prices with their days, the longest prefix, and the price of so many seconds. No money moves. */
package ro.clickphone.pbx.rating;
