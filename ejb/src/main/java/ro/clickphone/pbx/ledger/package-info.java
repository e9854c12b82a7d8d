/**
 * The customers' money: a double-entry ledger that only grows, two-phase transfers, and the proof of both. What things
 * cost, and why, is decided elsewhere.
 */
package ro.clickphone.pbx.ledger;
