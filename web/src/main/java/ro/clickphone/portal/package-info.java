/**
 * The screens: one folder a feature, in it a {@code …View} bean for the page of the same name. Views call the services
 * of the business and format what they answer; no entity, no SQL and no SIP may enter, and the tenant comes from
 * {@link ro.clickphone.portal.layout.Me} alone.
 */
package ro.clickphone.portal;
