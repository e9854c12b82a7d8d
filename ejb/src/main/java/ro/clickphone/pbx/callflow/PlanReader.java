package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.catalogue.EntitlementService;
import ro.clickphone.pbx.conference.Conference;
import ro.clickphone.pbx.conference.ConferenceService;
import ro.clickphone.pbx.contact.ContactService;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.fraud.FraudService;
import ro.clickphone.pbx.fraud.SourceService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.number.Did;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SlotService;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.recording.CallRecordings;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.pbx.voicemail.Mailbox;
import ro.clickphone.pbx.voicemail.VoicemailService;

/** Builds the plan of one account from what its services keep, in one read transaction. */
@ApplicationScoped
@Transactional
class PlanReader {
    /** Callers are spoken to in it; each customer's own messages are in whatever language they were recorded. */
    static final String LANGUAGE = "ro";

    @Inject
    private AccountService accounts;

    @Inject
    private ExtensionService extensions;

    @Inject
    private NumberService numbers;

    @Inject
    private ScheduleService schedules;

    @Inject
    private QueueService queues;

    @Inject
    private IvrService menus;

    @Inject
    private PromptService prompts;

    @Inject
    private SlotService slots;

    @Inject
    private VoicemailService voicemail;

    @Inject
    private CallRecordings recordings;

    @Inject
    private ConferenceService conferences;

    @Inject
    private RoutingService routing;

    @Inject
    private FraudService fraud;

    @Inject
    private SourceService sources;

    @Inject
    private EntitlementService entitlements;

    @Inject
    private ContactService contacts;

    /** @throws NotFound {@code account.unknown} */
    RoutingPlan read(AccountId id) {
        Account account = accounts.find(id);
        Map<ExtensionNumber, Extension> known =
                extensions.list(id).stream().collect(Collectors.toMap(Extension::number, Function.identity()));
        List<Did> dids = numbers.list(id);
        Map<PromptSlot, Prompt> messages = prompts.heard(id, LANGUAGE);
        Prompt welcome = messages.getOrDefault(PromptSlot.QUEUE_WELCOME, Announcement.QUEUE_WELCOME.in(LANGUAGE));
        return new RoutingPlan(
                id,
                account.timeZone(),
                LANGUAGE,
                dids.stream().map(Did::number).collect(Collectors.toSet()),
                schedules.schedule(id),
                graph(id, known, messages),
                known,
                queue(id, known),
                queues.paused(id),
                List.of(welcome),
                dids.stream().findFirst().map(did -> new OutsideLine(did.trunk(), did.number())),
                emergency(dids),
                fraud.rules(id),
                sources.allowed(id),
                entitlements.of(id),
                contacts.names(id),
                messages(id, messages),
                recordings.rule(id).recorded(),
                conferences.list(id).stream()
                        .filter(Conference::isAskingForCode)
                        .collect(Collectors.toMap(Conference::room, Conference::code)));
    }

    /** All accounts, a page at a time. @param page from 0 */
    List<AccountId> accounts(int page) {
        return accounts.list(new PageRequest(page * PageRequest.MOST_SIZE, PageRequest.MOST_SIZE)).items().stream()
                .map(Account::id)
                .toList();
    }

    private MessagePlan messages(AccountId id, Map<PromptSlot, Prompt> heard) {
        Map<ExtensionNumber, Prompt> greetings = new HashMap<>();
        heard.forEach((slot, prompt) -> slot.extension().ifPresent(extension -> greetings.put(extension, prompt)));
        return new MessagePlan(
                slots.openings(id),
                voicemail.boxes(id).stream()
                        .filter(Mailbox::isOn)
                        .map(Mailbox::extension)
                        .collect(Collectors.toSet()),
                greetings,
                voicemail.messages(id));
    }

    private CallGraph graph(AccountId id, Map<ExtensionNumber, Extension> known, Map<PromptSlot, Prompt> messages) {
        return PanelCompiler.compile(new PanelCompiler.Panel(
                routing.destination(id),
                menus.live(id),
                menus.draft(id).tree(),
                new TreeSet<>(known.keySet()),
                prompts.heardInMenus(id, menus.liveVersion(id), LANGUAGE),
                messages,
                LANGUAGE));
    }

    private QueueSettings queue(AccountId id, Map<ExtensionNumber, Extension> known) {
        QueueSettings settings = queues.settings(id);
        return settings.withAgents(settings.agents().stream()
                .filter(agent -> known.containsKey(agent.extension()))
                .toList());
    }

    /** Help is called by the account's own trunk, and by any other when it has none. */
    private Optional<TrunkId> emergency(List<Did> dids) {
        return dids.stream().map(Did::trunk).findFirst().or(() -> numbers.trunks().stream()
                .map(TrunkConfig::id)
                .findFirst());
    }
}
