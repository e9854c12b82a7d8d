package ro.clickphone.pbx.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/** What is written on a customer's invoices. */
@Stateless
@Guarded(Need.CHANGE)
public class BillingService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private AccountService accounts;

    @Inject
    private Audit audit;

    /** Empty until somebody has filled it in. */
    @Guarded(Need.READ_MONEY)
    public Optional<Party> customer(AccountId account) {
        return Optional.ofNullable(db.find(CustomerEntity.class, account.value()))
                .map(CustomerEntity::asParty);
    }

    /** @throws Refusal {@code billing.missing} until somebody has filled it in */
    @Guarded(Need.READ_MONEY)
    public Party require(AccountId account) {
        return customer(account).orElseThrow(() -> new Refusal("billing.missing", ""));
    }

    /** From the next invoice on; those that are issued stay as they are. */
    public void save(AccountId account, Party party) {
        accounts.find(account);
        CustomerEntity known = db.find(CustomerEntity.class, account.value());
        String before = known == null ? "" : known.asParty().line();
        CustomerEntity customer = known == null ? new CustomerEntity(account) : known;
        customer.become(party, clock.instant());
        if (known == null) {
            db.persist(customer);
        }
        audit.record(account, new Act("billing.customer", "", before, party.line()));
    }
}
