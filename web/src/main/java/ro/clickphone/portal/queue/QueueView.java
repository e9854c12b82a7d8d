package ro.clickphone.portal.queue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ro.clickphone.pbx.callflow.QueueNow;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** Who takes the calls of the waiting queue, in which order, and how callers wait (manual, items 94 to 103). */
@Named
@ViewScoped
public class QueueView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private QueueService queues;

    @Inject
    private ExtensionService extensions;

    @Inject
    private PromptService prompts;

    @Inject
    private LivePresence presence;

    @Inject
    private QueueNow now;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private QueueForm form;
    private QueueSettings read;
    private boolean changed;
    private boolean told;

    /** An extension on either side. */
    public record Agent(int number, String name, boolean online, boolean paused, QueueForm.Place place) {}

    /** Somebody who waits, or whom an agent has taken. @param minutes and seconds waited, {@code 1:05} */
    public record Waiting(String number, String waited, String agents, boolean talking) {}

    /** What is stored, instead of what was being written. */
    @PostConstruct
    public void readAgain() {
        read = queues.settings(me.id());
        form = new QueueForm(read);
        changed = false;
        told = false;
    }

    /** In the queue, in ring order. */
    public List<Agent> getAgents() {
        Map<Integer, Extension> known = known();
        Set<ExtensionNumber> paused = queues.paused(me.id());
        return form.getPlaces().stream()
                .filter(place -> known.containsKey(place.getExtension()))
                .map(place -> agent(known.get(place.getExtension()), paused, place))
                .toList();
    }

    public List<Agent> getAvailable() {
        return extensions.list(me.id()).stream()
                .filter(extension -> !form.has(extension.number().value()))
                .map(extension -> agent(
                        extension,
                        Set.of(),
                        new QueueForm.Place(extension.number().value(), 0)))
                .toList();
    }

    private Agent agent(Extension extension, Set<ExtensionNumber> paused, QueueForm.Place place) {
        return new Agent(
                extension.number().value(),
                extension.name(),
                presence.of(extension.who()).online(),
                paused.contains(extension.number()),
                place);
    }

    private Map<Integer, Extension> known() {
        return extensions.list(me.id()).stream()
                .collect(Collectors.toMap(extension -> extension.number().value(), extension -> extension));
    }

    public void add(int number) {
        form.add(number);
        changed = true;
    }

    public void remove(int number) {
        form.remove(number);
        changed = true;
    }

    public void up(int number) {
        form.move(number, -1);
        changed = true;
    }

    public void down(int number) {
        form.move(number, 1);
        changed = true;
    }

    /** The list was ordered by dragging; the browser sends the numbers in their new order. */
    public void reorder() {
        String order = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("order", "");
        form.order(Arrays.stream(order.split(","))
                .flatMap(text -> ExtensionNumber.parse(text).stream())
                .map(ExtensionNumber::value)
                .toList());
        changed = true;
    }

    public void save() {
        try {
            QueueSettings wanted = form.settings();
            queues.save(me.id(), read, wanted);
            read = queues.settings(me.id());
            changed = false;
            told = false;
            refusals.done(form.getPlaces().isEmpty() ? "queue.saved.empty" : "queue.saved");
        } catch (Refusal refusal) {
            overtaken(refusal);
            refusals.show(refusal, "queue");
        }
    }

    /** Somebody else saved: nothing of this page is lost, and who saves once more knows what is replaced. */
    private void overtaken(Refusal refusal) {
        if (refusal.code().equals("edit.stale")) {
            read = queues.settings(me.id());
            told = true;
        }
    }

    /** Whether somebody else has saved while this page was open, and their work was not shown or replaced yet. */
    public boolean isOvertaken() {
        return told || !queues.settings(me.id()).equals(read);
    }

    /** The one button does what the agent is not doing. */
    public void pauseOrResume(Agent agent) {
        if (agent.paused()) {
            resume(agent.number());
        } else {
            pause(agent.number());
        }
    }

    public void pause(int number) {
        try {
            queues.pause(me.id(), new ExtensionNumber(number));
            refusals.done("queue.paused", number);
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    public void resume(int number) {
        queues.resume(me.id(), new ExtensionNumber(number));
        refusals.done("queue.resumed", number);
    }

    /** Item 97: both messages are wanted; the notice is gone once they are there. */
    public boolean isMessagesMissing() {
        Set<PromptSlot> filled = prompts.filled(me.id());
        return !filled.containsAll(Set.of(PromptSlot.QUEUE_WELCOME, PromptSlot.CLOSED));
    }

    public List<Waiting> getWaiting() {
        return now.callers(me.id()).stream()
                .map(caller -> new Waiting(
                        caller.number().isEmpty() ? refusals.text("queue.now.hidden", List.of()) : caller.number(),
                        text(Duration.between(caller.since(), clock.instant())),
                        caller.agents().stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")),
                        now.isTalking(me.id(), caller)))
                .toList();
    }

    private static String text(Duration waited) {
        return waited.toMinutes() + ":" + String.format("%02d", waited.toSecondsPart());
    }

    public QueueStrategy[] getStrategies() {
        return QueueStrategy.values();
    }

    /** {@code linear – În ordinea listei}: the name that people know, and what it means. */
    public String label(QueueStrategy strategy) {
        return strategy.name().toLowerCase(java.util.Locale.ROOT) + " – "
                + refusals.text("queue.strategy." + strategy, List.of());
    }

    /** All eight explained, a line each (item 101). */
    public String getStrategyHelp() {
        return Arrays.stream(QueueStrategy.values())
                .map(strategy -> strategy.name().toLowerCase(java.util.Locale.ROOT) + ": "
                        + refusals.text("queue.strategy." + strategy + ".help", List.of()))
                .collect(Collectors.joining("\n"));
    }

    public QueueForm getForm() {
        return form;
    }

    /** Whether the page differs from what callers meet. */
    public boolean isChanged() {
        return changed;
    }
}
