package ro.clickphone.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Jakarta Security's way to the users of our accounts. The principal's name is the e-mail address. */
@ApplicationScoped
public class PortalUsers implements IdentityStore {
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof ProvenCredential proven
                ? new CredentialValidationResult(
                        proven.who().email(), Set.of(proven.who().role().name()))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
