package ro.clickphone.portal.ivr;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.primefaces.PrimeFaces;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuDraft;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.portal.audit.ActorWords;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.prompt.RecorderView;

/** The interactive menus (manual, items 104 to 137): one draft that everybody edits, and what callers hear. */
@Named
@ViewScoped
public class MenusView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private IvrService menus;

    @Inject
    private PromptService prompts;

    @Inject
    private ExtensionService extensions;

    @Inject
    private RecorderView recorder;

    @Inject
    private MenuWords words;

    @Inject
    private Refusals refusals;

    private final LineForm form = new LineForm();
    private MenuDraft draft;
    private boolean finished;
    private String name = "";
    private int renamed;

    /** An applied version. */
    public record Version(int number, String moment, String by) {}

    @PostConstruct
    void read() {
        draft = menus.draft(me.id());
        finished = !menus.live(me.id()).isEmpty();
    }

    /** Whether somebody else has changed the draft while this page was open. */
    public boolean isOvertaken() {
        return menus.draft(me.id()).revision() != draft.revision();
    }

    /** Shows their work; what was written into the form stays. */
    public void readAgain() {
        draft = menus.draft(me.id());
    }

    /** Stage 1 (items 109 and 110): the main menu, and first of all its message. */
    public void begin() {
        if (saved(() -> tree().with(Menu.of(MenuNumber.MAIN, refusals.text("ivr.main", List.of()), Map.of())))) {
            finished = false;
            record(MenuNumber.MAIN);
        }
    }

    /** A new line, or the changed one. A new submenu is recorded at once (item 115). */
    public void put() {
        int menusBefore = tree().menus().size();
        if (saved(() -> form.in(tree(), number -> refusals.text("ivr.submenu", List.of(number))))) {
            form.clear();
            if (tree().menus().size() > menusBefore) {
                record(tree().menus().lastKey());
            }
        }
    }

    private void record(MenuNumber menu) {
        recorder.show(PromptSlot.menu(menu).code());
        PrimeFaces.current().executeScript("PF('recorder').show()");
    }

    public void edit(int menu, String key) {
        the(menu).ifPresent(known -> form.edit(known, key.charAt(0)));
        finished = false;
    }

    public void cancel() {
        form.clear();
    }

    public void removeLine(int menu, String key) {
        saved(() -> the(menu)
                .map(known -> tree().with(known.without(key.charAt(0))))
                .orElseGet(this::tree));
    }

    public void removeMenu(int menu) {
        if (saved(() -> tree().without(new MenuNumber(menu)))) {
            form.clear();
            form.setContext(0);
        }
    }

    public void askName(int menu) {
        renamed = menu;
        name = the(menu).map(Menu::name).orElse("");
    }

    public void rename() {
        if (saved(() -> {
            String wanted = name.strip();
            if (wanted.isEmpty() || wanted.length() > Menu.LONGEST_NAME) {
                throw new Refusal("menu.name", "name", Menu.LONGEST_NAME);
            }
            return the(renamed).map(known -> tree().with(known.named(wanted))).orElseGet(this::tree);
        })) {
            PrimeFaces.current().executeScript("PF('rename').hide()");
        }
    }

    /** "Am terminat" (item 133). */
    public void finish() {
        form.clear();
        finished = true;
    }

    public void addMore() {
        form.clear();
        finished = false;
    }

    /** The red band (item 122). */
    public void apply() {
        try {
            menus.apply(me.id());
            draft = menus.draft(me.id());
            finished = true;
            refusals.done("ivr.applied");
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    /** Starts again from nothing (item 136). */
    public void reset() {
        replaced(() -> menus.reset(me.id(), draft.revision()), "ivr.reset.done");
    }

    public void discard() {
        replaced(() -> menus.rollBack(me.id(), menus.liveVersion(me.id()), draft.revision()), "ivr.discard.done");
    }

    public void restore(int version) {
        replaced(() -> menus.rollBack(me.id(), version, draft.revision()), "ivr.restored");
    }

    private void replaced(Supplier<MenuDraft> replacement, String told) {
        try {
            draft = replacement.get();
            form.clear();
            form.setContext(0);
            refusals.done(told);
        } catch (Refusal refusal) {
            refused(refusal);
        }
    }

    private boolean saved(Supplier<MenuTree> change) {
        try {
            draft = menus.save(me.id(), new MenuDraft(change.get(), draft.revision()));
            return true;
        } catch (Refusal refusal) {
            refused(refusal);
            return false;
        }
    }

    /** Somebody else saved: the page shows their work from now on, and the form keeps what was written into it. */
    private void refused(Refusal refusal) {
        if (refusal.code().equals("menu.stale")) {
            draft = menus.draft(me.id());
        }
        refusals.show(refusal, "ivr");
    }

    private MenuTree tree() {
        return draft.tree();
    }

    private Optional<Menu> the(int menu) {
        return tree().menu(new MenuNumber(menu));
    }

    public List<MenuRows.Part> getParts() {
        return MenuRows.of(
                tree(), menus.live(me.id()), prompts.changedSince(me.id(), menus.liveVersion(me.id())), words);
    }

    /** Lines that callers have and the draft no longer has. */
    public List<String> getGone() {
        return MenuRows.gone(tree(), menus.live(me.id()), words);
    }

    public List<MenuDrawing.Branch> getDrawing() {
        return MenuDrawing.of(tree(), words);
    }

    /** Keys that the chosen menu does not have yet (item 112). */
    public List<String> getFreeKeys() {
        Menu menu = the(form.getContext()).orElse(null);
        return Menu.KEYS
                .chars()
                .filter(key -> menu == null || !menu.keys().containsKey((char) key))
                .mapToObj(key -> String.valueOf((char) key))
                .toList();
    }

    public List<Menu> getMenus() {
        return List.copyOf(tree().menus().values());
    }

    public List<Extension> getExtensions() {
        return extensions.list(me.id());
    }

    public List<Version> getVersions() {
        return menus.versions(me.id()).stream()
                .map(version -> new Version(
                        version.number(),
                        Moments.moment(version.appliedAt(), me.zone(), language.getLocale()),
                        ActorWords.of(version.by(), language.texts())))
                .toList();
    }

    public boolean isStarted() {
        return !tree().isEmpty();
    }

    public boolean isLive() {
        return !menus.live(me.id()).isEmpty();
    }

    public boolean isDifferent() {
        return isStarted()
                && (menus.draftDiffers(me.id())
                        || !prompts.changedSince(me.id(), menus.liveVersion(me.id()))
                                .isEmpty());
    }

    /** Whether all menus have a message of their own. */
    public boolean isAllRecorded() {
        return prompts.filled(me.id())
                .containsAll(
                        tree().menus().keySet().stream().map(PromptSlot::menu).toList());
    }

    public boolean isWithKeys() {
        return tree().menus().values().stream().noneMatch(menu -> menu.keys().isEmpty());
    }

    public boolean isFinished() {
        return finished && isStarted();
    }

    public LineForm.Does[] getActions() {
        return LineForm.Does.values();
    }

    public LineForm getForm() {
        return form;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }
}
