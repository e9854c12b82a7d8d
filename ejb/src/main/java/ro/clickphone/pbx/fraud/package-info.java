/** Anti-fraud: restrictions, number lists, limits, allowed sources, and the PIN that guards them. Calls ask {@code CallRules}. */
package ro.clickphone.pbx.fraud;
