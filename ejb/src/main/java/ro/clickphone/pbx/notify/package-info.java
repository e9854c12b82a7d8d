/** Mails: written in the transaction of what they tell of, sent afterwards. Every feature may post; only this room sends. */
package ro.clickphone.pbx.notify;
