package ro.clickphone.portal.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.ApiKey;
import ro.clickphone.pbx.account.ApiKeys;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Keys of the API for the customer's own programs. */
@Named
@RequestScoped
public class ApiKeysView {
    private static final int A_YEAR = 365;

    @Inject
    private Me me;

    @Inject
    private ApiKeys keys;

    @Inject
    private Refusals refusals;

    @Inject
    private Language language;

    private String name = "";
    private Need[] scopes = {Need.READ};
    private int days = A_YEAR;
    private String made = "";

    public List<ApiKey> getList() {
        return keys.list(me.id());
    }

    public Set<Need> getPossible() {
        return ApiKeys.OF_CUSTOMERS;
    }

    public String create() {
        try {
            Set<Need> wanted = EnumSet.noneOf(Need.class);
            wanted.addAll(List.of(scopes));
            made = keys.create(me.id(), name, wanted, days);
            name = "";
        } catch (Refusal refusal) {
            refusals.show(refusal, "key");
        }
        return null;
    }

    public String revoke(String id) {
        keys.revoke(me.id(), id);
        refusals.done("keys.revoked");
        return null;
    }

    public String moment(Instant moment) {
        return moment == null ? "–" : Moments.moment(moment, me.zone(), language.getLocale());
    }

    /** The new key; empty but right after it was made. */
    public String getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public Need[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(Need[] scopes) {
        this.scopes = scopes.clone();
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
