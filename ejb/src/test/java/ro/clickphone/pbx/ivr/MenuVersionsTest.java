package ro.clickphone.pbx.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.ExtensionUse;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.world.World;

/** The draft and the versions of the menus with their messages, on a real database. */
class MenuVersionsTest {
    private static final AtomicLong NUMBERS = new AtomicLong(73_000);
    private static final PromptSlot MAIN = PromptSlot.menu(MenuNumber.MAIN);
    private static final MenuNumber FIRST = new MenuNumber(1);
    private static World world;

    private final AccountId account = new AccountId(NUMBERS.incrementAndGet());
    private IvrService menus;
    private PromptService prompts;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        world.the(AccountService.class).create(account, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
        menus = world.the(IvrService.class);
        prompts = world.the(PromptService.class);
    }

    @Test
    void second_of_two_who_edit_is_told_and_the_first_ones_work_stands() {
        MenuDraft both = save(main());
        MenuDraft first = menus.save(account, new MenuDraft(main().with(menu(1)), both.revision()));

        assertThatThrownBy(() -> menus.save(account, new MenuDraft(MenuTree.EMPTY, both.revision())))
                .hasMessageContaining("menu.stale");

        assertThat(menus.draft(account)).isEqualTo(first);
    }

    @Test
    void extension_of_the_fax_machine_is_kept_with_the_menu_and_stays_while_a_key_leads_to_it_items_66_123() {
        ExtensionNumber machine = new ExtensionNumber(100);
        ExtensionService extensions = world.the(ExtensionService.class);
        MenuTree withFax = MenuTree.EMPTY.with(
                Menu.of(MenuNumber.MAIN, "Meniul principal", Map.of('3', new MenuAction.ToFax(machine))));
        assertThatThrownBy(() -> save(withFax)).hasMessageContaining("extension.unknown");
        extensions.add(account, machine, "Fax");

        assertThat(save(withFax).tree()).isEqualTo(withFax);

        assertThat(menus.draft(account).tree()).isEqualTo(withFax);
        assertThat(extensions.uses(account, machine))
                .containsExactly(ExtensionUse.of("use.menu", "Meniul principal", '3'));
    }

    @Test
    void message_of_a_menu_is_heard_by_callers_only_when_the_menus_are_applied() throws Exception {
        save(main());
        String old = store("tone-44100-stereo.mp3");
        menus.apply(account);
        String fresh = store("tone-8000-tagged.mp3");

        assertThat(live()).containsEntry(MAIN, new Prompt.Stored(old));
        assertThat(prompts.changedSince(account, menus.liveVersion(account))).containsExactly(MAIN);
        menus.apply(account);
        assertThat(live()).containsEntry(MAIN, new Prompt.Stored(fresh));
        assertThat(prompts.changedSince(account, menus.liveVersion(account))).isEmpty();
    }

    @Test
    void earlier_version_comes_back_as_the_draft_with_its_messages() throws Exception {
        save(main().with(menu(1)));
        String old = store("tone-44100-stereo.mp3");
        menus.apply(account);
        save(main());
        store("tone-8000-tagged.mp3");
        menus.apply(account);

        menus.rollBack(account, 1, menus.draft(account).revision());

        assertThat(menus.draft(account).tree()).isEqualTo(main().with(menu(1)));
        assertThat(prompts.heard(account, "ro")).containsEntry(MAIN, new Prompt.Stored(old));
        assertThat(menus.live(account)).isEqualTo(main());
        assertThat(menus.versions(account)).extracting(MenuVersion::number).containsExactly(2, 1);
        assertThatThrownBy(() -> menus.rollBack(account, 7, menus.draft(account).revision()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void starting_from_nothing_leaves_what_callers_hear() throws Exception {
        save(main());
        String old = store("tone-44100-stereo.mp3");
        menus.apply(account);

        menus.reset(account, menus.draft(account).revision());

        assertThat(menus.draft(account).tree().isEmpty()).isTrue();
        assertThat(prompts.filled(account)).isEmpty();
        assertThat(menus.live(account)).isEqualTo(main());
        assertThat(live()).containsEntry(MAIN, new Prompt.Stored(old));
    }

    @Test
    void twenty_versions_are_kept() {
        for (int i = 0; i < IvrService.KEPT_VERSIONS + 3; i++) {
            save(main());
            menus.apply(account);
        }
        assertThat(menus.versions(account)).hasSize(IvrService.KEPT_VERSIONS);
        assertThat(world.number("SELECT COUNT(DISTINCT version) FROM menu WHERE account_id = " + account))
                .isEqualTo(IvrService.KEPT_VERSIONS + 1);
    }

    @Test
    void submenu_that_is_removed_takes_the_ways_to_it_along() {
        MenuTree tree = main().with(main().menu(MenuNumber.MAIN)
                        .orElseThrow()
                        .with('1', goTo(1))
                        .with('i', goTo(1)))
                .with(menu(1));

        MenuTree without = tree.without(FIRST);

        Menu left = without.menu(MenuNumber.MAIN).orElseThrow();
        assertThat(left.keys()).containsOnlyKeys('9');
        assertThat(left.invalid()).isEqualTo(goTo(0));
        assertThatThrownBy(() -> tree.without(MenuNumber.MAIN)).isInstanceOf(Refusal.class);
        assertThat(without.free()).isEqualTo(FIRST);
    }

    @Test
    void menu_without_keys_does_not_become_live() {
        save(MenuTree.EMPTY.with(Menu.of(MenuNumber.MAIN, "Meniul principal", Map.of())));
        assertThatThrownBy(() -> menus.apply(account))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("menu.keyless"));
        assertThat(menus.live(account)).isEqualTo(MenuTree.EMPTY);
    }

    private MenuDraft save(MenuTree tree) {
        return menus.save(account, new MenuDraft(tree, menus.draft(account).revision()));
    }

    private Map<PromptSlot, Prompt> live() {
        return prompts.heardInMenus(account, menus.liveVersion(account), "ro");
    }

    private String store(String file) throws IOException {
        try (InputStream sound = PromptService.class.getResourceAsStream(file)) {
            return prompts.store(account, MAIN, sound.readAllBytes()).sha256();
        }
    }

    private static MenuTree main() {
        return MenuTree.EMPTY.with(
                Menu.of(MenuNumber.MAIN, "Meniul principal", Map.of('9', new MenuAction.NoFaxYet())));
    }

    private static Menu menu(int number) {
        return Menu.of(new MenuNumber(number), "Submeniul " + number, Map.of());
    }

    private static MenuAction goTo(int menu) {
        return new MenuAction.GoToMenu(new MenuNumber(menu));
    }
}
