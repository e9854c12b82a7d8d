/** The audit log on a page: its own account's for an owner, everything for an operator. */
package ro.clickphone.portal.audit;
