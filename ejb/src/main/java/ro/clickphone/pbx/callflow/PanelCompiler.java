package ro.clickphone.pbx.callflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;

/** Makes the graph of what the customer set in the manual's panel: hours, then extensions, queue or menu. Pure. */
final class PanelCompiler {
    /** Of menus as they are live; what is heard elsewhere is never a draft. */
    private final Map<PromptSlot, Prompt> live;

    private final Map<PromptSlot, Prompt> messages;
    private final String language;
    private final Map<NodeId, Node> nodes = new HashMap<>();

    private PanelCompiler(Map<PromptSlot, Prompt> live, Map<PromptSlot, Prompt> messages, String language) {
        this.live = live;
        this.messages = messages;
        this.language = language;
    }

    /**
     * What the customer set.
     *
     * @param destination empty while nothing was chosen: the base phone, the lowest of the extensions, rings (item 138)
     */
    record Panel(
            Optional<Destination> destination,
            MenuTree live,
            MenuTree draft,
            SortedSet<ExtensionNumber> extensions,
            Map<PromptSlot, Prompt> liveMenuMessages,
            Map<PromptSlot, Prompt> messages,
            String language) {}

    static CallGraph compile(Panel panel) {
        return new PanelCompiler(panel.liveMenuMessages(), panel.messages(), panel.language()).graph(panel);
    }

    private CallGraph graph(Panel panel) {
        nodes.put(NodeId.QUEUE, new Node.Queue());
        nodes.put(NodeId.CLOSED, new Node.Farewell(words(messages, PromptSlot.CLOSED, Announcement.CLOSED)));
        menus(panel.live(), live, NodeId::menu);
        boolean drafting =
                !panel.draft().isEmpty() && !(panel.draft().equals(panel.live()) && soundsAsLive(panel.draft()));
        if (drafting) {
            menus(panel.draft(), messages, NodeId::draft);
        }
        nodes.put(NodeId.HOURS, new Node.Hours(destination(panel), NodeId.CLOSED));
        NodeId test = drafting ? NodeId.draft(MenuNumber.MAIN) : NodeId.menu(MenuNumber.MAIN);
        return new CallGraph(nodes, NodeId.HOURS, Optional.of(test).filter(nodes::containsKey));
    }

    private boolean soundsAsLive(MenuTree draft) {
        return draft.menus().keySet().stream()
                .map(PromptSlot::menu)
                .allMatch(slot -> Objects.equals(messages.get(slot), live.get(slot)));
    }

    private NodeId destination(Panel panel) {
        Destination chosen = panel.destination().orElseGet(() -> basePhone(panel));
        if (chosen instanceof Destination.Ivr && !panel.live().isEmpty()) {
            return NodeId.menu(MenuNumber.MAIN);
        } else if (chosen instanceof Destination.Queue) {
            return NodeId.QUEUE;
        }
        nodes.put(
                NodeId.DIRECT,
                chosen instanceof Destination.Extensions direct
                        ? new Node.Ring(direct.extensions())
                        : new Node.Unreachable());
        return NodeId.DIRECT;
    }

    private static Destination basePhone(Panel panel) {
        return panel.extensions().isEmpty()
                ? new Destination.Ivr()
                : new Destination.Extensions(List.of(panel.extensions().first()));
    }

    private void menus(MenuTree tree, Map<PromptSlot, Prompt> sounds, Function<MenuNumber, NodeId> naming) {
        tree.menus().values().forEach(menu -> menu(menu, sounds, naming));
    }

    private void menu(Menu menu, Map<PromptSlot, Prompt> sounds, Function<MenuNumber, NodeId> naming) {
        NodeId id = naming.apply(menu.number());
        Map<Character, NodeId> keys = new HashMap<>();
        menu.keys().forEach((key, action) -> keys.put(key, line(id, key, action, naming)));
        nodes.put(
                id,
                new Node.Menu(
                        words(sounds, PromptSlot.menu(menu.number()), Announcement.MENU),
                        keys,
                        line(id, Menu.INVALID, menu.invalid(), naming),
                        line(id, Menu.TIMEOUT, menu.timeout(), naming)));
    }

    private NodeId line(NodeId menu, char key, MenuAction action, Function<MenuNumber, NodeId> naming) {
        if (action instanceof MenuAction.GoToMenu go) {
            return naming.apply(go.menu());
        } else if (action instanceof MenuAction.ToQueue) {
            return NodeId.QUEUE;
        }
        NodeId id = menu.line(key);
        nodes.put(id, ringing(menu, action));
        return id;
    }

    private static Node ringing(NodeId menu, MenuAction action) {
        if (action instanceof MenuAction.ToFax fax) {
            return new Node.Fax(fax.machine());
        }
        return action.rung().isEmpty() ? new Node.FaxUnavailable(menu) : new Node.Ring(action.rung());
    }

    private List<Prompt> words(Map<PromptSlot, Prompt> sounds, PromptSlot slot, Announcement general) {
        return List.of(sounds.getOrDefault(slot, general.in(language)));
    }
}
