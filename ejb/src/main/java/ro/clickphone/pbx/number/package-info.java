/** Public numbers: Romania's number plan, the numbers that customers own, and the trunks to carriers. No prices enter. */
package ro.clickphone.pbx.number;
