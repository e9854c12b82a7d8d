package ro.clickphone.portal.extension;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.catalogue.EntitlementService;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.NewExtension;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** The list of extensions with their live state, and the form that adds one (manual, items 56 to 60). */
@Named
@ViewScoped
public class ExtensionsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private EntitlementService entitlements;

    @Inject
    private Me me;

    @Inject
    private ExtensionService extensions;

    @Inject
    private LivePresence presence;

    @Inject
    private Refusals refusals;

    @Inject
    private ExtensionOptions options;

    private transient List<ExtensionRow> rows;
    private int newNumber;
    private String newName;

    /** Opens the options of the extension named in the address, if there is one. */
    public void open(String number) {
        Optional.ofNullable(number)
                .flatMap(ExtensionNumber::parse)
                .filter(wanted -> stored().stream()
                        .anyMatch(extension -> extension.number().equals(wanted)))
                .ifPresent(options::choose);
    }

    public List<ExtensionRow> getRows() {
        if (rows == null) {
            rows = stored().stream()
                    .map(extension -> ExtensionRow.of(extension, presence.of(extension.who())))
                    .toList();
        }
        return rows;
    }

    /** {@code 3/5}: used of allowed (item 57). */
    public String getCount() {
        return getRows().size() + "/" + getLimit();
    }

    public int getLimit() {
        return entitlements.of(me.id()).extensions();
    }

    public boolean isFull() {
        return getRows().size() >= getLimit();
    }

    /** Only numbers that nobody has (item 58). */
    public List<Integer> getFreeNumbers() {
        return extensions.freeNumbers(me.id()).stream()
                .map(ExtensionNumber::value)
                .toList();
    }

    public void add() {
        try {
            NewExtension added = extensions.add(me.id(), new ExtensionNumber(newNumber), newName);
            newName = "";
            options.show(added);
            refusals.done(
                    "extension.added",
                    added.extension().number(),
                    added.extension().name());
        } catch (Refusal refusal) {
            refusals.show(refusal, "add");
        }
        refresh();
    }

    public void choose(int number) {
        options.choose(new ExtensionNumber(number));
    }

    /** A phone came, went, rings or talks: the page asks again. */
    public void refresh() {
        rows = null;
    }

    private List<Extension> stored() {
        return extensions.list(me.id());
    }

    public int getNewNumber() {
        return newNumber;
    }

    public void setNewNumber(int newNumber) {
        this.newNumber = newNumber;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }
}
