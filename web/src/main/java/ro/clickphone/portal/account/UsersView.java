package ro.clickphone.portal.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** The people who sign in for the account, and what each may do. */
@Named
@RequestScoped
public class UsersView {
    private static final List<Role> ROLES = List.of(Role.OWNER, Role.ADMINISTRATOR, Role.READ_ONLY);

    @Inject
    private Me me;

    @Inject
    private Users users;

    @Inject
    private Refusals refusals;

    private String email = "";
    private String name = "";
    private Role role = Role.ADMINISTRATOR;
    private List<SignedIn> list;

    public List<SignedIn> getList() {
        if (list == null) {
            list = users.list(me.id());
        }
        return list;
    }

    public List<Role> getRoles() {
        return ROLES;
    }

    /** Owners decide, and operators who visit. */
    public boolean isDecider() {
        return me.is(Role.OWNER) || me.is(Role.OPERATOR);
    }

    public boolean isMe(SignedIn user) {
        return me.user().filter(user::equals).isPresent();
    }

    public String invite() {
        return order(() -> users.invite(me.id(), email, name, role), "users.invited");
    }

    public String become(SignedIn user, Role wanted) {
        return order(() -> users.changeRole(me.id(), user.email(), wanted), "users.saved");
    }

    public String remove(SignedIn user) {
        return order(() -> users.remove(me.id(), user.email()), "users.removed");
    }

    private String order(Runnable change, String done) {
        try {
            change.run();
            refusals.done(done);
            email = "";
            name = "";
        } catch (Refusal refusal) {
            refusals.show(refusal, "invite");
        }
        list = null;
        return null;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }
}
