package ro.clickphone.portal.ivr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;

/** "Adaugă comanda pentru IVR" (manual, items 112 and 113): context, key, what it does; the same for a line's change. */
public class LineForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private int context;
    private String key = "";
    private Does does;
    private List<Integer> extensions = new ArrayList<>();
    private int target;
    /** The extension of the fax machine; 0 while there is none. */
    private int machine;

    private boolean editing;

    /** The five actions, exactly. */
    public enum Does {
        RING,
        FAX,
        GO,
        SUBMENU,
        QUEUE
    }

    void edit(Menu menu, char line) {
        context = menu.number().value();
        key = String.valueOf(line);
        editing = true;
        extensions = new ArrayList<>();
        MenuAction action = menu.line(line).orElseThrow();
        if (action instanceof MenuAction.RingExtensions ring) {
            does = Does.RING;
            ring.extensions().forEach(number -> extensions.add(number.value()));
        } else if (action instanceof MenuAction.GoToMenu go) {
            does = Does.GO;
            target = go.menu().value();
        } else {
            does = action instanceof MenuAction.ToQueue ? Does.QUEUE : Does.FAX;
            machine = action.rung().stream()
                    .mapToInt(ExtensionNumber::value)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Ready for the next key of the same menu. */
    void clear() {
        key = "";
        does = null;
        extensions = new ArrayList<>();
        target = 0;
        machine = 0;
        editing = false;
    }

    /**
     * The draft with what the form says.
     *
     * @param submenu names a new submenu by its number
     * @throws Refusal {@code menu.key.none}, {@code menu.does.none}, {@code menu.ring.none}, {@code menu.gone},
     *     {@code menu.tooMany}
     */
    MenuTree in(MenuTree tree, IntFunction<String> submenu) {
        Menu menu = tree.menu(new MenuNumber(context)).orElseThrow(() -> new Refusal("menu.gone", "context"));
        if (key.length() != 1) {
            throw new Refusal("menu.key.none", "key");
        }
        if (does == null) {
            throw new Refusal("menu.does.none", "does");
        }
        if (does == Does.SUBMENU) {
            MenuNumber fresh = tree.free();
            return tree.with(menu.with(line(), new MenuAction.GoToMenu(fresh)))
                    .with(Menu.of(fresh, submenu.apply(fresh.value()), Map.of()));
        }
        return tree.with(menu.with(line(), action()));
    }

    private MenuAction action() {
        return switch (does) {
            case RING -> new MenuAction.RingExtensions(ringing());
            case FAX -> machine == 0 ? new MenuAction.NoFaxYet() : new MenuAction.ToFax(new ExtensionNumber(machine));
            case QUEUE -> new MenuAction.ToQueue();
            case GO, SUBMENU -> new MenuAction.GoToMenu(new MenuNumber(target));
        };
    }

    private List<ExtensionNumber> ringing() {
        if (extensions.isEmpty() || extensions.size() > MenuAction.MOST_TOGETHER) {
            throw new Refusal("menu.ring.none", "extensions", MenuAction.MOST_TOGETHER);
        }
        return extensions.stream().map(ExtensionNumber::new).toList();
    }

    private char line() {
        return key.charAt(0);
    }

    public int getContext() {
        return context;
    }

    public void setContext(int context) {
        this.context = context;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key;
    }

    public Does getDoes() {
        return does;
    }

    public void setDoes(Does does) {
        this.does = does;
    }

    public List<Integer> getExtensions() {
        return extensions;
    }

    public void setExtensions(List<Integer> extensions) {
        this.extensions = new ArrayList<>(extensions);
    }

    public int getTarget() {
        return target;
    }

    public void setTarget(int target) {
        this.target = target;
    }

    public int getMachine() {
        return machine;
    }

    public void setMachine(int machine) {
        this.machine = machine;
    }

    /** Whether a line is changed, and not a new one added. */
    public boolean isEditing() {
        return editing;
    }
}
