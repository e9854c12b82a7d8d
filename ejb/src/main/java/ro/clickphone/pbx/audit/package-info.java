/** The audit log: who did what, from where, before and after. Every feature may record; nothing is ever changed in it. */
package ro.clickphone.pbx.audit;
