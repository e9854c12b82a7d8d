/** Call detail records: what is kept of an ended call, and the reports made of it. Nothing that decides a call enters. */
package ro.clickphone.pbx.call;
