/** What a person does about her own access: password, authenticator app, open sessions. */
package ro.clickphone.portal.profile;
