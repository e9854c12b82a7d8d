/** What happens by the clock and at the start: one-line jobs that call services; no rule of the business enters. */
package ro.clickphone.pbx.jobs;
