package ro.clickphone.pbx.fraud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/** Where PINs and warnings of an account go: its security address, and the owner's while none was set. */
@ApplicationScoped
@Transactional
class SecurityMail {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Users users;

    /** @throws Refusal {@code fraud.mail.none} when there is nobody to write to */
    String of(AccountId account) {
        return find(account).orElseThrow(() -> new Refusal("fraud.mail.none", ""));
    }

    Optional<String> find(AccountId account) {
        return Optional.ofNullable(db.find(RestrictionEntity.class, account.value()))
                .map(RestrictionEntity::securityMail)
                .filter(address -> !address.isEmpty())
                .or(() -> users.owner(account).map(SignedIn::email));
    }

    String language(AccountId account) {
        return users.owner(account).map(SignedIn::language).orElse("ro");
    }
}
