package ro.clickphone.pbx.access;

import java.util.EnumSet;
import java.util.Set;

/** What a service's method asks of whoever calls it. */
public enum Need {
    /** Also somebody who has not signed in: the sign-in itself, public pages. */
    NOTHING(EnumSet.allOf(Role.class)),
    /** Shows that an account exists, and its name: whoever has anything to do with it. */
    KNOW(EnumSet.allOf(Role.class)),
    /** Shows something of an account. */
    READ(EnumSet.complementOf(EnumSet.of(Role.FINANCE))),
    /** Shows invoices and payments of an account; finance has no business with who called whom. */
    READ_MONEY(EnumSet.allOf(Role.class)),
    /** Changes something of an account. */
    CHANGE(EnumSet.of(Role.OWNER, Role.ADMINISTRATOR, Role.OPERATOR)),
    /** Decides who has access to an account. */
    OWN(EnumSet.of(Role.OWNER, Role.OPERATOR)),
    /** The money of all customers. */
    FINANCE(EnumSet.of(Role.FINANCE, Role.OPERATOR)),
    /** The exchange itself. */
    OPERATE(EnumSet.of(Role.OPERATOR));

    private final Set<Role> roles;

    Need(Set<Role> roles) {
        this.roles = roles;
    }

    boolean isMetBy(Role role) {
        return roles.contains(role);
    }
}
