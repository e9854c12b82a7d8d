/** Signing in and out with Jakarta Security. The only room that handles portal passwords. */
package ro.clickphone.portal.signin;
