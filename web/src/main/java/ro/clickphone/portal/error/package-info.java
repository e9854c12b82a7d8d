/** What a person sees when something goes wrong: refusals next to the field, trouble with a reference for support. */
package ro.clickphone.portal.error;
