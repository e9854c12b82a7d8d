package ro.clickphone.pbx.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/** Finance's side of the billing data: our own, and whose tax code is whose. */
@Stateless
@Guarded(Need.FINANCE)
public class SupplierDesk {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    /** Empty until finance has filled it in. */
    @Guarded(Need.READ_MONEY)
    public Optional<Supplier> supplier() {
        return Optional.ofNullable(db.find(SupplierEntity.class, SupplierEntity.ONLY))
                .map(SupplierEntity::asSupplier);
    }

    /** @throws Refusal {@code billing.supplier.missing} until finance has filled it in */
    @Guarded(Need.READ_MONEY)
    public Supplier require() {
        return supplier().orElseThrow(() -> new Refusal("billing.supplier.missing", ""));
    }

    /** From the next invoice on. */
    public void save(Supplier supplier) {
        SupplierEntity known = db.find(SupplierEntity.class, SupplierEntity.ONLY);
        String before = known == null ? "" : known.asSupplier().line();
        SupplierEntity row = known == null ? SupplierEntity.blank() : known;
        row.become(supplier, clock.instant());
        if (known == null) {
            db.persist(row);
        }
        audit.record(new Act("billing.supplier", "", before, supplier.line()));
    }

    /** The customers that bear this tax code. */
    public List<AccountId> customersOf(FiscalCode code) {
        return db.createQuery(
                        "SELECT c FROM CustomerEntity c WHERE c.party.fiscalCode IN (:with, :without)",
                        CustomerEntity.class)
                .setParameter("with", "RO" + code.digits())
                .setParameter("without", code.digits())
                .getResultStream()
                .map(CustomerEntity::account)
                .toList();
    }
}
