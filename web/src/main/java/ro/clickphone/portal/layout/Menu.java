package ro.clickphone.portal.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ro.clickphone.pbx.access.Role;

/**
 * The sidebar, in the manual's order and groups (features, A2). An entry stands here when the page behind it works; none
 * leads to an empty page.
 */
@Named
@RequestScoped
public class Menu {
    @Inject
    private Me me;

    private static final List<List<Entry>> GROUPS = List.of(
            List.of(
                    new Entry("start", "/start/start", "pi-home"),
                    new Entry("users", "/account/users", "pi-id-card"),
                    new Entry("numbers", "/fraud/numberLists", "pi-list"),
                    new Entry("conferences", "/conference/conferences", "pi-comments"),
                    new Entry("callBack", "/call/callBack", "pi-phone"),
                    new Entry("fraud", "/fraud/antiFraud", "pi-shield"),
                    new Entry("contacts", "/contact/contacts", "pi-book")),
            List.of(
                    new Entry("placed", "/call/placedCalls", "pi-arrow-up-right"),
                    new Entry("received", "/call/receivedCalls", "pi-arrow-down-left"),
                    new Entry("spending", "/call/spending", "pi-chart-bar"),
                    new Entry("history", "/invoice/history", "pi-file"),
                    new Entry("buy", "/payment/buyCredit", "pi-wallet"),
                    new Entry("business", "/catalogue/business", "pi-briefcase"),
                    new Entry("rates", "/rates/rates", "pi-globe"),
                    new Entry("billing", "/invoice/billing", "pi-building")),
            List.of(
                    new Entry("mypbx", "/routing/myPbx", "pi-sitemap"),
                    new Entry("extensions", "/extension/extensions", "pi-phone"),
                    new Entry("queue", "/queue/queue", "pi-users"),
                    new Entry("schedule", "/schedule/schedule", "pi-clock"),
                    new Entry("ivr", "/ivr/menus", "pi-share-alt"),
                    new Entry("messages", "/prompt/messages", "pi-volume-up"),
                    new Entry("voicemail", "/voicemail/voicemail", "pi-inbox"),
                    new Entry("exchange", "/call/exchangeCalls", "pi-list"),
                    new Entry("recordings", "/recording/recordings", "pi-circle-fill"),
                    new Entry("useful", "/number/useful", "pi-hashtag")));

    private static final Entry SECURITY = new Entry("security", "/profile/security", "pi-lock");
    private static final List<List<Entry>> OF_EVERYBODY = List.of(List.of(SECURITY));
    private static final List<List<Entry>> OF_OWNERS = List.of(List.of(
            new Entry("keys", "/account/apiKeys", "pi-key"),
            new Entry("audit", "/audit/auditLog", "pi-history"),
            new Entry("privacy", "/privacy/person", "pi-user-minus"),
            SECURITY));

    /** What the back office sees, each role its own part. */
    private static final Map<Role, List<List<Entry>>> BACK_OFFICE = Map.of(
            Role.OPERATOR,
                    List.of(
                            List.of(new Entry("office", "/office/office", "pi-building")),
                            List.of(
                                    new Entry("live", "/operator/liveCalls", "pi-phone"),
                                    new Entry("ladder", "/operator/ladder", "pi-sort-alt"),
                                    new Entry("trunks", "/operator/trunks", "pi-sitemap"),
                                    new Entry("door", "/operator/door", "pi-shield"),
                                    new Entry("mails", "/operator/mails", "pi-envelope"),
                                    new Entry("decks", "/operator/decks", "pi-list"),
                                    new Entry("runs", "/operator/monthlyRun", "pi-calendar"),
                                    new Entry("audit", "/audit/auditLog", "pi-history"))),
            Role.FINANCE,
                    List.of(
                            List.of(new Entry("office", "/office/office", "pi-building")),
                            List.of(
                                    new Entry("bank", "/finance/payments", "pi-euro"),
                                    new Entry("cards", "/finance/cards", "pi-credit-card"),
                                    new Entry("corrections", "/finance/corrections", "pi-replay"),
                                    new Entry("invoices", "/finance/invoices", "pi-file"),
                                    new Entry("revenue", "/finance/revenue", "pi-chart-line"),
                                    new Entry("efactura", "/finance/eFactura", "pi-send"),
                                    new Entry("tax", "/finance/tax", "pi-percentage"))));

    public List<List<Entry>> getGroups() {
        List<List<Entry>> groups = new ArrayList<>(me.tenant().isPresent() ? GROUPS : List.of());
        me.user().ifPresent(user -> groups.addAll(BACK_OFFICE.getOrDefault(user.role(), List.of())));
        boolean decides = me.tenant().isPresent() && (me.is(Role.OWNER) || me.is(Role.OPERATOR));
        groups.addAll(decides ? OF_OWNERS : OF_EVERYBODY);
        return groups;
    }

    /** Whether this is the page being looked at. */
    public boolean current(Entry entry) {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return view.equals(entry.view() + ".xhtml");
    }

    /**
     * @param key ends the key of its label in the bundles, {@code menu.received}
     * @param view where it leads
     * @param icon of PrimeIcons
     */
    public record Entry(String key, String view, String icon) {}
}
