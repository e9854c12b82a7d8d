package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuDraft;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;

/** The menus of a customer: a draft, and what callers hear once it is applied. */
@Path("accounts/{account}/menu")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "call handling")
public class MenuResource {
    private static final String INVALID = "i";
    private static final String TIMEOUT = "t";

    /**
     * What a key does.
     *
     * @param action EXTENSIONS, QUEUE, FAX or MENU
     * @param extensions which ring; for FAX the one of the fax machine, or none while there is no machine
     * @param menu its number, for MENU
     */
    public record LineBody(String key, String action, List<Integer> extensions, Integer menu) {
        static LineBody of(String key, MenuAction action) {
            List<Integer> rung =
                    action.rung().stream().map(ExtensionNumber::value).toList();
            if (action instanceof MenuAction.RingExtensions) {
                return new LineBody(key, "EXTENSIONS", rung, null);
            }
            if (action instanceof MenuAction.GoToMenu go) {
                return new LineBody(key, "MENU", rung, go.menu().value());
            }
            return new LineBody(key, action instanceof MenuAction.ToQueue ? "QUEUE" : "FAX", rung, null);
        }

        MenuAction menuAction() {
            return switch (Input.required("action", action)) {
                case "EXTENSIONS" ->
                    new MenuAction.RingExtensions(Input.required("extensions", extensions).stream()
                            .map(ExtensionNumber::new)
                            .toList());
                case "QUEUE" -> new MenuAction.ToQueue();
                case "FAX" -> fax();
                case "MENU" -> new MenuAction.GoToMenu(Input.as("menu", menu, MenuNumber::new));
                default -> throw new Refusal("input.wrong", "action", action, "EXTENSIONS, QUEUE, FAX or MENU");
            };
        }

        private MenuAction fax() {
            if (extensions == null || extensions.isEmpty()) {
                return new MenuAction.NoFaxYet();
            } else if (extensions.size() > 1) {
                throw new Refusal("input.wrong", "extensions", extensions, "the one of the fax machine");
            }
            return new MenuAction.ToFax(Input.as("extensions", extensions.get(0), ExtensionNumber::new));
        }
    }

    /** An applied version. @param by who applied it */
    public record MenuVersionBody(int version, String appliedAt, String by) {}

    /** @param revision of the draft that is given up */
    public record RevisionBody(Long revision) {}

    /** A menu; lines {@code i} (wrong key) and {@code t} (no key) lead to itself unless they are given. */
    public record MenuBody(Integer number, String name, List<LineBody> lines) {
        static MenuBody of(Menu menu) {
            List<LineBody> lines = new ArrayList<>();
            menu.keys().forEach((key, action) -> lines.add(LineBody.of(key.toString(), action)));
            lines.add(LineBody.of(INVALID, menu.invalid()));
            lines.add(LineBody.of(TIMEOUT, menu.timeout()));
            return new MenuBody(menu.number().value(), menu.name(), lines);
        }

        Menu menu() {
            MenuNumber wanted = Input.as("number", number, MenuNumber::new);
            MenuAction itself = new MenuAction.GoToMenu(wanted);
            Map<String, MenuAction> actions = new TreeMap<>();
            for (LineBody line : Input.required("lines", lines)) {
                if (actions.put(Input.required("key", line.key()), line.menuAction()) != null) {
                    throw new Refusal("input.wrong", "key", line.key(), "the key stands twice");
                }
            }
            MenuAction invalid = actions.containsKey(INVALID) ? actions.remove(INVALID) : itself;
            MenuAction timeout = actions.containsKey(TIMEOUT) ? actions.remove(TIMEOUT) : itself;
            TreeMap<Character, MenuAction> keys = new TreeMap<>();
            actions.forEach((key, action) -> keys.put(oneKey(key), action));
            return new Menu(wanted, Input.required("name", name), keys, invalid, timeout);
        }

        private static char oneKey(String key) {
            if (key.length() != 1) {
                throw new Refusal("input.wrong", "key", key, "one of " + Menu.KEYS + ", i or t");
            }
            return key.charAt(0);
        }
    }

    /** The draft and whether callers hear something else. @param revision to be given back when saving */
    public record DraftBody(Long revision, Boolean differsFromLive, List<MenuBody> menus) {}

    @Inject
    private AccountService accounts;

    @Inject
    private IvrService menus;

    @PathParam("account")
    private long accountInPath;

    @GET
    @Operation(summary = "The draft of the menus")
    public DraftBody draft() {
        AccountId account = account();
        MenuDraft draft = menus.draft(account);
        return new DraftBody(draft.revision(), menus.draftDiffers(account), bodies(draft.tree()));
    }

    @PUT
    @Operation(summary = "Replaces the draft; its revision must be the last one")
    public DraftBody save(DraftBody body) {
        DraftBody order = Input.required("body", body);
        MenuTree tree = Input.as(
                "menus",
                order.menus(),
                list -> MenuTree.of(list.stream().map(MenuBody::menu).toList()));
        menus.save(account(), new MenuDraft(tree, Input.required("revision", order.revision())));
        return draft();
    }

    @GET
    @Path("live")
    @Operation(summary = "The menus that callers hear")
    public List<MenuBody> live() {
        return bodies(menus.live(account()));
    }

    @POST
    @Path("apply")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Makes the draft live from the next call on")
    public List<MenuBody> apply() {
        menus.apply(account());
        return live();
    }

    @GET
    @Path("versions")
    @Operation(summary = "What was applied, the newest first; the first is what callers hear")
    public List<MenuVersionBody> versions() {
        return menus.versions(account()).stream()
                .map(version -> new MenuVersionBody(
                        version.number(), version.appliedAt().toString(), version.by()))
                .toList();
    }

    @POST
    @Path("versions/{version}/restore")
    @Operation(summary = "Makes an applied version, with its messages, the draft")
    public DraftBody restore(@PathParam("version") int version, RevisionBody body) {
        menus.rollBack(
                account(),
                version,
                Input.required("revision", Input.required("body", body).revision()));
        return draft();
    }

    @POST
    @Path("reset")
    @Operation(summary = "Starts the draft from nothing; what callers hear stays")
    public DraftBody reset(RevisionBody body) {
        menus.reset(
                account(),
                Input.required("revision", Input.required("body", body).revision()));
        return draft();
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }

    private static List<MenuBody> bodies(MenuTree tree) {
        return tree.menus().values().stream().map(MenuBody::of).toList();
    }
}
