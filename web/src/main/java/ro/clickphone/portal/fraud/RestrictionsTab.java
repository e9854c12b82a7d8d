package ro.clickphone.portal.fraud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.fraud.Destinations;
import ro.clickphone.pbx.fraud.FraudService;
import ro.clickphone.pbx.fraud.Pin;
import ro.clickphone.pbx.fraud.Restrictions;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** The table of permitted and forbidden destinations (items 162 to 169), of the account or of one extension. */
@Named
@RequestScoped
public class RestrictionsTab {
    @Inject
    private Me me;

    @Inject
    private FraudService fraud;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Refusals refusals;

    private String extension = "";
    private Map<Destinations, Boolean> forbidden;
    private Boolean blocked;
    private String pin = "";

    public List<Destinations> getGroups() {
        return List.of(Destinations.values());
    }

    public List<Extension> getExtensions() {
        return extensions.list(me.id());
    }

    /** Which extensions have restrictions of their own. */
    public Map<ExtensionNumber, Restrictions> getOwn() {
        return fraud.extensions(me.id());
    }

    private Optional<ExtensionNumber> chosen() {
        return ExtensionNumber.parse(extension);
    }

    private Restrictions shown() {
        Restrictions account = fraud.settings(me.id()).restrictions();
        return chosen().map(number -> getOwn().getOrDefault(number, account)).orElse(account);
    }

    /** Of each group whether it is forbidden; read as it is, written by the radios. */
    public Map<Destinations, Boolean> getForbidden() {
        if (forbidden == null) {
            Set<Destinations> permitted = shown().permitted();
            forbidden = new EnumMap<>(Destinations.class);
            getGroups().forEach(group -> forbidden.put(group, !permitted.contains(group)));
        }
        return forbidden;
    }

    public boolean isBlocked() {
        return blocked == null ? shown().service() == Restrictions.Service.BLOCKED : blocked;
    }

    public void setBlocked(boolean blocked) {
        this.blocked = blocked;
    }

    public String save() {
        Set<Destinations> permitted = getForbidden().entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Restrictions wanted =
                new Restrictions(permitted, isBlocked() ? Restrictions.Service.BLOCKED : Restrictions.Service.OPEN);
        return order(() -> chosen().ifPresentOrElse(
                        number -> fraud.restrict(me.id(), new Pin(pin), number, wanted),
                        () -> fraud.restrict(me.id(), new Pin(pin), wanted)));
    }

    /** The extension has none of its own any more. */
    public String forget() {
        return order(() -> chosen().ifPresent(number -> fraud.unrestrict(me.id(), new Pin(pin), number)));
    }

    private String order(Runnable change) {
        try {
            change.run();
            refusals.done("fraud.restrictions.saved");
            forbidden = null;
            blocked = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "restrictions");
        }
        return null;
    }

    public String getExtension() {
        return extension;
    }

    public void setExtension(String extension) {
        this.extension = extension == null ? "" : extension;
    }

    public String getPin() {
        return "";
    }

    public void setPin(String pin) {
        this.pin = pin == null ? "" : pin;
    }
}
