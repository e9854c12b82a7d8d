/** What calls were like since the start, in numbers for whoever watches over the exchange. Knows no customer. */
package ro.clickphone.pbx.figures;
