package ro.clickphone.portal.queue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** Who takes the calls of the waiting queue, in which order (manual, items 97 to 102). */
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
    private LivePresence presence;

    @Inject
    private Refusals refusals;

    private List<Integer> agents;
    private QueueStrategy strategy;
    private int minutes;
    private boolean changed;

    /** An extension on either side. */
    public record Agent(int number, String name, boolean online) {}

    @PostConstruct
    void read() {
        QueueSettings settings = queues.settings(me.id());
        agents = new ArrayList<>(
                settings.agents().stream().map(ExtensionNumber::value).toList());
        strategy = settings.strategy();
        minutes = (int) settings.longestWait().toMinutes();
    }

    private List<Agent> all() {
        return extensions.list(me.id()).stream()
                .map(extension -> new Agent(
                        extension.number().value(),
                        extension.name(),
                        presence.of(extension.who()).online()))
                .toList();
    }

    /** In the queue, in ring order. */
    public List<Agent> getAgents() {
        List<Agent> all = all();
        return agents.stream()
                .flatMap(number -> all.stream().filter(agent -> agent.number() == number))
                .toList();
    }

    public List<Agent> getAvailable() {
        return all().stream().filter(agent -> !agents.contains(agent.number())).toList();
    }

    public void add(int number) {
        if (!agents.contains(number)) {
            agents.add(number);
            changed = true;
        }
    }

    public void remove(int number) {
        changed |= agents.remove((Integer) number);
    }

    public void up(int number) {
        move(number, -1);
    }

    public void down(int number) {
        move(number, 1);
    }

    private void move(int number, int by) {
        int from = agents.indexOf(number);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < agents.size()) {
            Collections.swap(agents, from, to);
            changed = true;
        }
    }

    public void save() {
        try {
            List<ExtensionNumber> order =
                    agents.stream().map(ExtensionNumber::new).toList();
            queues.save(me.id(), new QueueSettings(order, strategy, Duration.ofMinutes(minutes)));
            changed = false;
            refusals.done(order.isEmpty() ? "queue.saved.empty" : "queue.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "queue");
        }
    }

    public QueueStrategy[] getStrategies() {
        return QueueStrategy.values();
    }

    public QueueStrategy getStrategy() {
        return strategy;
    }

    public void setStrategy(QueueStrategy strategy) {
        this.strategy = strategy;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    /** Whether the page differs from what callers meet. */
    public boolean isChanged() {
        return changed;
    }
}
