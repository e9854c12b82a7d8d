/**
 * Paid calls: whether one may be placed, money set aside while it goes on, the moment at which it must end, and its price
 * at its end. What a second costs is {@code rating}'s, how money moves is the ledger's.
 */
package ro.clickphone.pbx.charging;
