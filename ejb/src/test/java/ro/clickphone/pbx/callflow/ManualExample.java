package ro.clickphone.pbx.callflow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.catalogue.Entitlements;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.extension.ForwardTarget;
import ro.clickphone.pbx.fraud.AllowedSources;
import ro.clickphone.pbx.fraud.CallRules;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SlotOpening;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.recording.RecordingRule;
import ro.clickphone.pbx.schedule.OpenInterval;
import ro.clickphone.pbx.schedule.OpeningHours;
import ro.clickphone.pbx.schedule.Schedule;
import ro.clickphone.pbx.voicemail.Voicemail;

/** The manual's customer: account 53630, its five extensions, working hours, queue and menus (items 80 to 132). */
final class ManualExample {
    static final AccountId ACCOUNT = new AccountId(53630);
    static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    static final TrunkId TRUNK = new TrunkId(1);
    static final E164 NUMBER = new E164("+40310050562");
    /** A Monday. */
    static final Instant OPEN = at("2026-11-23T12:00:00");

    static final Instant CLOSED = at("2026-11-23T18:00:00");

    private final Map<ExtensionNumber, Extension> extensions = new TreeMap<>();
    private MenuTree live = menus();
    private MenuTree draft = menus();
    private Optional<Destination> destination = Optional.of(new Destination.Ivr());
    private QueueSettings queue = QueueSettings.linear(numbers(100, 104));
    private Map<E164, String> names = Map.of();
    private CallRules rules = CallRules.USUAL;
    private List<SlotOpening> openings = List.of();
    private Set<ExtensionNumber> boxes = Set.of();
    private List<Voicemail> voicemails = List.of();
    private Map<PromptSlot, Prompt> liveMessages = messages();
    private Optional<OutsideLine> line = Optional.of(new OutsideLine(TRUNK, NUMBER));

    ManualExample() {
        Stream.of("100 IonescuPC", "101 Vanzari", "102 Sales", "103 Contabilitate", "104 Tehnic")
                .map(text -> text.split(" "))
                .forEach(parts -> {
                    ExtensionNumber number = new ExtensionNumber(Integer.parseInt(parts[0]));
                    extensions.put(number, extension(number, parts[1], Forward.When.ALWAYS, new Forward.Unset()));
                });
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BUCHAREST).toInstant();
    }

    static List<ExtensionNumber> numbers(Integer... numbers) {
        return Arrays.stream(numbers).map(ExtensionNumber::new).toList();
    }

    static Party phone(int number) {
        return new Party.Extension(new SipIdentity("53630-" + number, "pbx.clickphone.ro"));
    }

    static IncomingCall fromOutside() {
        return new IncomingCall(
                CallId.random(),
                new Party.PublicNumber(TRUNK, "0216583456"),
                "0310050562",
                new CallerId("0216583456", "Construct SA", CallerId.Presentation.ALLOWED),
                OPEN);
    }

    static IncomingCall from(int extension, String dialled) {
        return new IncomingCall(CallId.random(), phone(extension), dialled, CallerId.of("whatever"), OPEN);
    }

    ManualExample routedTo(Destination chosen) {
        destination = Optional.of(chosen);
        return this;
    }

    ManualExample unrouted() {
        destination = Optional.empty();
        return this;
    }

    ManualExample withQueue(QueueSettings settings) {
        queue = settings;
        return this;
    }

    ManualExample withoutLine() {
        line = Optional.empty();
        return this;
    }

    /** The main menu's message was recorded anew and is not applied yet. */
    ManualExample withNewMessageOfTheMainMenu() {
        liveMessages = new HashMap<>(liveMessages);
        liveMessages.put(PromptSlot.menu(MenuNumber.MAIN), message("menu-main-before"));
        return this;
    }

    ManualExample drafting(MenuTree tree) {
        draft = tree;
        return this;
    }

    ManualExample live(MenuTree tree) {
        live = tree;
        draft = tree;
        return this;
    }

    ManualExample forward(int from, Forward.When when, int to) {
        return forward(from, when, new Forward.Active(new ForwardTarget.ToExtension(new ExtensionNumber(to))));
    }

    ManualExample forward(int from, Forward.When when, String e164) {
        return forward(from, when, new Forward.Active(new ForwardTarget.ToPublicNumber(new E164(e164))));
    }

    ManualExample forward(int from, Forward.When when, Forward rule) {
        extensions.computeIfPresent(new ExtensionNumber(from), (number, old) -> with(old, when, rule));
        return this;
    }

    ManualExample knows(String e164, String name) {
        names = Map.of(new E164(e164), name);
        return this;
    }

    ManualExample quiet(int extension) {
        extensions.computeIfPresent(
                new ExtensionNumber(extension),
                (number, old) -> new Extension(
                        old.account(),
                        old.number(),
                        old.name(),
                        old.who(),
                        old.ringTime(),
                        old.always(),
                        old.busy(),
                        old.unavailable(),
                        true,
                        old.createdAt()));
        return this;
    }

    private Set<RecordingRule.Recorded> recorded = Set.of();
    private Map<Integer, String> conferenceCodes = Map.of();

    RoutingPlan plan() {
        CallGraph graph = PanelCompiler.compile(new PanelCompiler.Panel(
                destination, live, draft, new TreeSet<>(extensions.keySet()), liveMessages, messages(), "ro"));
        return new RoutingPlan(
                ACCOUNT,
                BUCHAREST,
                "ro",
                Set.of(NUMBER),
                Schedule.weekly(officeHours()),
                graph,
                extensions,
                queue,
                Set.of(),
                List.of(message("queue-welcome-demo")),
                line,
                Optional.of(TRUNK),
                rules,
                AllowedSources.ANYWHERE,
                new Entitlements(5, 5, 2, true, Entitlements.Standing.GOOD),
                names,
                new MessagePlan(openings, boxes, Map.of(), voicemails),
                recorded,
                conferenceCodes);
    }

    ManualExample asksForCode(int room, String code) {
        conferenceCodes = Map.of(room, code);
        return this;
    }

    ManualExample recorded(RecordingRule.Recorded... which) {
        recorded = Set.of(which);
        return this;
    }

    ManualExample withMailbox(int extension, Voicemail... messages) {
        boxes = Set.of(new ExtensionNumber(extension));
        voicemails = List.of(messages);
        return this;
    }

    /** Somebody opened these slots in the portal a moment before {@link #OPEN}. */
    ManualExample filling(PromptSlot... slots) {
        openings = Stream.of(slots)
                .map(slot -> new SlotOpening(
                        slot, "ana@ionescu.example", OPEN, OPEN.plus(SlotOpening.LASTS), Optional.empty()))
                .toList();
        return this;
    }

    ManualExample rules(CallRules wanted) {
        rules = wanted;
        return this;
    }

    static Prompt message(String name) {
        return new Prompt.System(name, "ro");
    }

    static MenuTree menus() {
        return MenuTree.of(List.of(
                menu(0, "Meniul principal", Map.of('1', goTo(1), '2', goTo(2), '3', new MenuAction.NoFaxYet())),
                menu(1, "Submeniul 1", Map.of('1', ring(101), '2', new MenuAction.ToQueue(), '3', ring(103))),
                menu(2, "Submeniul 2", Map.of('1', ring(102), '2', new MenuAction.ToQueue(), '3', ring(103)))));
    }

    static Menu menu(int number, String name, Map<Character, MenuAction> keys) {
        return Menu.of(new MenuNumber(number), name, keys);
    }

    static MenuAction goTo(int menu) {
        return new MenuAction.GoToMenu(new MenuNumber(menu));
    }

    static MenuAction ring(Integer... extensions) {
        return new MenuAction.RingExtensions(numbers(extensions));
    }

    private static Map<PromptSlot, Prompt> messages() {
        return Map.of(
                PromptSlot.menu(new MenuNumber(0)),
                message("menu-main-demo"),
                PromptSlot.menu(new MenuNumber(1)),
                message("submenu-1-demo"),
                PromptSlot.menu(new MenuNumber(2)),
                message("submenu-2-demo"),
                PromptSlot.CLOSED,
                message("closed-demo"));
    }

    private static OpeningHours officeHours() {
        return new OpeningHours(Stream.of(DayOfWeek.values())
                .limit(5)
                .map(day -> new OpenInterval(day, LocalTime.of(9, 0), LocalTime.of(17, 59)))
                .toList());
    }

    private static Extension extension(ExtensionNumber number, String name, Forward.When when, Forward rule) {
        Extension plain = new Extension(
                ACCOUNT,
                number,
                name,
                new SipIdentity("53630-" + number, "pbx.clickphone.ro"),
                Duration.ofSeconds(20),
                new Forward.Unset(),
                new Forward.Unset(),
                new Forward.Unset(),
                false,
                OPEN);
        return with(plain, when, rule);
    }

    private static Extension with(Extension old, Forward.When when, Forward rule) {
        return new Extension(
                old.account(),
                old.number(),
                old.name(),
                old.who(),
                old.ringTime(),
                when == Forward.When.ALWAYS ? rule : old.always(),
                when == Forward.When.BUSY ? rule : old.busy(),
                when == Forward.When.UNAVAILABLE ? rule : old.unavailable(),
                old.doNotDisturb(),
                old.createdAt());
    }
}
