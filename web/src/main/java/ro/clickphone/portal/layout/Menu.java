package ro.clickphone.portal.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;

/**
 * The sidebar, in the manual's order and groups (features, A2). An entry stands here when the page behind it works; none
 * leads to an empty page.
 */
@Named
@ApplicationScoped
public class Menu {
    private static final List<List<Entry>> GROUPS = List.of(
            List.of(new Entry("start", "/start/start", "pi-home")),
            List.of(
                    new Entry("placed", "/call/placedCalls", "pi-arrow-up-right"),
                    new Entry("received", "/call/receivedCalls", "pi-arrow-down-left")),
            List.of(
                    new Entry("mypbx", "/routing/myPbx", "pi-sitemap"),
                    new Entry("extensions", "/extension/extensions", "pi-phone"),
                    new Entry("queue", "/queue/queue", "pi-users"),
                    new Entry("schedule", "/schedule/schedule", "pi-clock")));

    public List<List<Entry>> getGroups() {
        return GROUPS;
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
