package ro.clickphone.pbx.ivr;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ro.clickphone.pbx.kernel.AccountId;

/** The stored menus of one account, read and replaced a version at a time. */
final class MenuTable {
    private final EntityManager db;
    private final AccountId account;

    MenuTable(EntityManager db, AccountId account) {
        this.db = db;
        this.account = account;
    }

    MenuTree tree(int version) {
        Map<Integer, List<MenuLineEntity>> lines = db.createQuery(
                        "SELECT l FROM MenuLineEntity l WHERE l.accountId = :account AND l.version = :version",
                        MenuLineEntity.class)
                .setParameter("account", account.value())
                .setParameter("version", version)
                .getResultStream()
                .collect(Collectors.groupingBy(MenuLineEntity::menu));
        return MenuTree.of(db.createQuery(
                        "SELECT m FROM MenuEntity m WHERE m.accountId = :account AND m.version = :version",
                        MenuEntity.class)
                .setParameter("account", account.value())
                .setParameter("version", version)
                .getResultStream()
                .map(menu -> menu(menu, lines.getOrDefault(menu.number(), List.of())))
                .toList());
    }

    /** The newest first. */
    List<MenuVersion> versions() {
        return db.createQuery(
                        "SELECT v FROM MenuVersionEntity v WHERE v.accountId = :account ORDER BY v.version DESC",
                        MenuVersionEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(MenuVersionEntity::version)
                .toList();
    }

    void forget(int version) {
        clear(version);
        delete("DELETE FROM MenuVersionEntity v WHERE v.accountId = :account AND v.version = :version", version);
    }

    private void clear(int version) {
        delete("DELETE FROM MenuLineEntity l WHERE l.accountId = :account AND l.version = :version", version);
        delete("DELETE FROM MenuEntity m WHERE m.accountId = :account AND m.version = :version", version);
    }

    void replace(int version, MenuTree tree) {
        clear(version);
        tree.menus().values().forEach(menu -> db.persist(new MenuEntity(account, version, menu)));
        db.flush(); // the lines refer to their menus by a foreign key that the mapping does not know
        tree.menus().values().forEach(menu -> {
            menu.keys().forEach((key, action) -> store(version, menu, key, action));
            store(version, menu, Menu.INVALID, menu.invalid());
            store(version, menu, Menu.TIMEOUT, menu.timeout());
        });
    }

    private void delete(String statement, int version) {
        db.createQuery(statement)
                .setParameter("account", account.value())
                .setParameter("version", version)
                .executeUpdate();
    }

    private void store(int version, Menu menu, char key, MenuAction action) {
        db.persist(new MenuLineEntity(account, version, menu.number(), key, action));
    }

    private static Menu menu(MenuEntity menu, List<MenuLineEntity> lines) {
        MenuNumber number = new MenuNumber(menu.number());
        SortedMap<Character, MenuAction> actions = new TreeMap<>();
        lines.forEach(line -> actions.put(line.key(), line.action()));
        MenuAction itself = new MenuAction.GoToMenu(number);
        MenuAction invalid = actions.getOrDefault(Menu.INVALID, itself);
        MenuAction timeout = actions.getOrDefault(Menu.TIMEOUT, itself);
        actions.remove(Menu.INVALID);
        actions.remove(Menu.TIMEOUT);
        return new Menu(number, menu.name(), actions, invalid, timeout);
    }
}
