package ro.clickphone.pbx.ivr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** A key of a menu, or its special line {@code i} or {@code t}, with what it does. */
@Entity
@Table(name = "menu_line")
@IdClass(MenuLineEntity.Key.class)
class MenuLineEntity {
    private static final String COMMA = ",";

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private int version;

    @Id
    private int menu;

    @Id
    @Column(name = "menu_key")
    private String key;

    @Enumerated(EnumType.STRING)
    private Does does;

    /** Comma between them; empty but for {@link Does#RING}, and {@link Does#FAX} when there is a machine. */
    private String extensions = "";

    /** 0 but for {@link Does#GO}. */
    @Column(name = "target_menu")
    private int targetMenu;

    enum Does {
        RING,
        QUEUE,
        FAX,
        GO
    }

    protected MenuLineEntity() {}

    MenuLineEntity(AccountId account, int version, MenuNumber menu, char key, MenuAction action) {
        this.accountId = account.value();
        this.version = version;
        this.menu = menu.value();
        this.key = String.valueOf(key);
        this.extensions = action.rung().stream().map(String::valueOf).collect(Collectors.joining(COMMA));
        if (action instanceof MenuAction.RingExtensions) {
            this.does = Does.RING;
        } else if (action instanceof MenuAction.GoToMenu go) {
            this.does = Does.GO;
            this.targetMenu = go.menu().value();
        } else {
            this.does = action instanceof MenuAction.ToQueue ? Does.QUEUE : Does.FAX;
        }
    }

    int menu() {
        return menu;
    }

    char key() {
        return key.charAt(0);
    }

    MenuAction action() {
        return switch (does) {
            case RING -> new MenuAction.RingExtensions(ringing());
            case QUEUE -> new MenuAction.ToQueue();
            case FAX ->
                extensions.isEmpty()
                        ? new MenuAction.NoFaxYet()
                        : new MenuAction.ToFax(ringing().get(0));
            case GO -> new MenuAction.GoToMenu(new MenuNumber(targetMenu));
        };
    }

    private List<ExtensionNumber> ringing() {
        return Arrays.stream(extensions.split(COMMA))
                .map(Integer::valueOf)
                .map(ExtensionNumber::new)
                .toList();
    }

    /** Its primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long accountId;
        int version;
        int menu;
        String key;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && accountId == that.accountId
                    && version == that.version
                    && menu == that.menu
                    && Objects.equals(key, that.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, version, menu, key);
        }
    }
}
