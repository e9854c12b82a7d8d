package ro.clickphone.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;

/** Jakarta Security's way to the users of our accounts. The principal's name is the e-mail address. */
@ApplicationScoped
public class PortalUsers implements IdentityStore {
    @Inject
    private Users users;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return users.verify(given.getCaller(), given.getPasswordAsString())
                .map(PortalUsers::known)
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static CredentialValidationResult known(SignedIn user) {
        return new CredentialValidationResult(user.email(), Set.of(user.role().name()));
    }
}
