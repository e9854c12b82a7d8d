/** The public page by which an employee installs the own extension. */
package ro.clickphone.portal.install;
