package ro.clickphone.portal.signin;

import jakarta.security.enterprise.credential.Credential;
import ro.clickphone.pbx.account.SignedIn;

/** Somebody whose password, and code where one is asked for, have been found right. Only this room makes one. */
record ProvenCredential(SignedIn who) implements Credential {}
