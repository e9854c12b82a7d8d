package ro.clickphone.pbx.ivr;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.ivr.MenuVersionEvent.Kind;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.queue.QueueService;

/**
 * The menus of a customer (manual, step 4): a draft that is edited, and the live ones that callers hear, which are
 * replaced only when the draft is applied (item 122). Each applied version is kept.
 */
@Stateless
@Guarded
public class IvrService {
    /** Applied versions, the live one among them. */
    public static final int KEPT_VERSIONS = 20;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private Event<MenuVersionEvent> happened;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private QueueService queues;

    @Inject
    private ExtensionService extensions;

    /** {@link MenuTree#EMPTY} with revision 0 while nothing was drafted. */
    @Guarded(Need.READ)
    public MenuDraft draft(AccountId account) {
        MenuStateEntity state = db.find(MenuStateEntity.class, account.value());
        return state == null
                ? new MenuDraft(MenuTree.EMPTY, 0)
                : new MenuDraft(menus(account).tree(MenuEntity.DRAFT), state.revision());
    }

    /** What callers hear; {@link MenuTree#EMPTY} while no draft was applied. */
    @Guarded(Need.READ)
    public MenuTree live(AccountId account) {
        MenuStateEntity state = db.find(MenuStateEntity.class, account.value());
        return state == null || state.liveVersion() == MenuEntity.DRAFT
                ? MenuTree.EMPTY
                : menus(account).tree(state.liveVersion());
    }

    /** Whether there is something to apply: the red band of item 122. */
    @Guarded(Need.READ)
    public boolean draftDiffers(AccountId account) {
        return !draft(account).tree().equals(live(account));
    }

    /**
     * Replaces the draft.
     *
     * @return the draft as it now stands, with its new revision
     * @throws Refusal {@code menu.stale} when somebody saved since {@code draft} was read; {@code menu.noMain},
     *     {@code menu.unknownTarget}, {@code extension.unknown}
     */
    public MenuDraft save(AccountId account, MenuDraft draft) {
        MenuChecks.wellFormed(draft.tree());
        extensions.refuseUnknown(account, MenuChecks.named(draft.tree()), "menus");
        MenuStateEntity state = hold(account);
        if (state.revision() != draft.revision()) {
            throw new Refusal("menu.stale", "");
        }
        menus(account).replace(MenuEntity.DRAFT, draft.tree());
        state.drafted();
        changed.fire(new AccountChanged(account));
        return new MenuDraft(draft.tree(), state.revision());
    }

    /**
     * Makes the draft live, from the next call on.
     *
     * @throws NotFound {@code menu.none} when there is no draft
     * @throws Refusal {@code menu.queueEmpty} when a key leads to a queue that has no agent; {@code menu.keyless} when the
     *     main menu has no key
     */
    public void apply(AccountId account) {
        MenuStateEntity state = hold(account);
        MenuTree tree = menus(account).tree(MenuEntity.DRAFT);
        if (tree.isEmpty()) {
            throw new NotFound("menu.none");
        }
        MenuChecks.wellFormed(tree);
        MenuChecks.offersSomething(tree);
        if (MenuChecks.usesQueue(tree) && queues.settings(account).isEmpty()) {
            throw new Refusal("menu.queueEmpty", "");
        }
        MenuTable menus = menus(account);
        int version = state.applied();
        menus.replace(version, tree);
        db.persist(new MenuVersionEntity(
                account, version, clock.instant(), Acting.now().name()));
        happened.fire(new MenuVersionEvent(account, version, Kind.APPLIED));
        audit.record(account, Act.of("menu.applied", Integer.toString(version)));
        menus.versions().stream().skip(KEPT_VERSIONS).forEach(old -> {
            menus.forget(old.number());
            happened.fire(new MenuVersionEvent(account, old.number(), Kind.FORGOTTEN));
        });
        changed.fire(new AccountChanged(account));
    }

    /** Those that were applied and can come back, the newest first; the first is the live one. */
    @Guarded(Need.READ)
    public List<MenuVersion> versions(AccountId account) {
        return menus(account).versions();
    }

    /** The number of the version that callers hear; 0 while no draft was applied. */
    @Guarded(Need.READ)
    public int liveVersion(AccountId account) {
        MenuStateEntity state = db.find(MenuStateEntity.class, account.value());
        return state == null ? MenuEntity.DRAFT : state.liveVersion();
    }

    /**
     * Makes an applied version, with its messages, the draft; callers hear it when it is applied again.
     *
     * @param revision of the draft that is given up for it
     * @throws NotFound {@code menu.version.unknown}
     * @throws Refusal {@code menu.stale}, {@code extension.unknown} when it rings an extension that was deleted since
     */
    public MenuDraft rollBack(AccountId account, int version, long revision) {
        if (versions(account).stream().noneMatch(known -> known.number() == version)) {
            throw new NotFound("menu.version.unknown", version);
        }
        MenuDraft draft = save(account, new MenuDraft(menus(account).tree(version), revision));
        happened.fire(new MenuVersionEvent(account, version, Kind.RESTORED));
        audit.record(account, Act.of("menu.restored", Integer.toString(version)));
        return draft;
    }

    /**
     * Starts the draft from nothing (item 136); what callers hear stays.
     *
     * @throws Refusal {@code menu.stale}
     */
    public MenuDraft reset(AccountId account, long revision) {
        MenuDraft draft = save(account, new MenuDraft(MenuTree.EMPTY, revision));
        happened.fire(new MenuVersionEvent(account, MenuEntity.DRAFT, Kind.RESET));
        audit.record(account, Act.of("menu.reset"));
        return draft;
    }

    private MenuTable menus(AccountId account) {
        return new MenuTable(db, account);
    }

    /** The account's row, held until the transaction ends: two who edit at once come one after the other. */
    private MenuStateEntity hold(AccountId account) {
        MenuStateEntity state = db.find(MenuStateEntity.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
        if (state != null) {
            return state;
        }
        MenuStateEntity first = new MenuStateEntity(account);
        db.persist(first);
        db.flush();
        return first;
    }
}
