package ro.clickphone.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Whoever asks for a page of the portal signs in on our own page first, and is then led to where they wanted to go. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/signin/signIn", useForwardToLogin = false, errorPage = ""))
@ApplicationScoped
public class SignInSecurity {}
