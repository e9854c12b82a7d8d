package ro.clickphone.pbx.prompt;

import jakarta.persistence.EntityManager;
import java.util.List;
import ro.clickphone.pbx.kernel.AccountId;

/** The messages of an account's menus, a version at a time: the draft's are in the slots, applied ones are kept here. */
final class MenuMessages {
    private final EntityManager db;
    private final AccountId account;

    MenuMessages(EntityManager db, AccountId account) {
        this.db = db;
        this.account = account;
    }

    List<MenuMessageEntity> of(int version) {
        return db.createQuery(
                        "SELECT m FROM MenuMessageEntity m WHERE m.accountId = :account AND m.version = :version",
                        MenuMessageEntity.class)
                .setParameter("account", account.value())
                .setParameter("version", version)
                .getResultList();
    }

    /** The slots' messages become those of the version. */
    void apply(int version) {
        drafted().forEach(slot -> db.persist(new MenuMessageEntity(account, version, slot)));
    }

    /** The version's messages become those of the slots. */
    void restore(int version) {
        reset();
        db.flush();
        Shelf shelf = new Shelf(db, account);
        of(version).forEach(message -> shelf.filled(message.slot()).fillAs(message));
    }

    void reset() {
        drafted().forEach(db::remove);
    }

    void forget(int version) {
        of(version).forEach(db::remove);
        new Shelf(db, account).forgetUnused();
    }

    private List<PromptSlotEntity> drafted() {
        return db.createQuery(
                        "SELECT s FROM PromptSlotEntity s WHERE s.accountId = :account AND s.slot LIKE 'MENU:%'",
                        PromptSlotEntity.class)
                .setParameter("account", account.value())
                .getResultList();
    }
}
