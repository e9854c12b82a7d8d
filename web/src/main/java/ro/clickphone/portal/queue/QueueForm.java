package ro.clickphone.portal.queue;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.queue.Announcing;
import ro.clickphone.pbx.queue.QueueAgent;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.queue.WayOut;

/** The queue as it is being changed on the page; nothing of it counts before it is saved. */
public class QueueForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NOBODY = 0;
    private static final int OUTSIDE = -1;

    private final List<Place> places = new ArrayList<>();
    private QueueStrategy strategy;
    private int minutes;
    private int wrapUp;
    private int wayOut;
    private String wayOutNumber = "";
    private boolean position;
    private boolean estimate;
    private int every;

    /** An agent's place in the list. */
    public static class Place implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int extension;
        private int penalty;

        Place(int extension, int penalty) {
            this.extension = extension;
            this.penalty = penalty;
        }

        public int getExtension() {
            return extension;
        }

        public int getPenalty() {
            return penalty;
        }

        public void setPenalty(int penalty) {
            this.penalty = penalty;
        }
    }

    QueueForm(QueueSettings settings) {
        settings.agents()
                .forEach(agent -> places.add(new Place(agent.extension().value(), agent.penalty())));
        strategy = settings.strategy();
        wrapUp = (int) settings.wrapUp().toSeconds();
        QueueWait waiting = settings.waiting();
        minutes = (int) waiting.longest().toMinutes();
        wayOut = waiting.wayOut() instanceof WayOut.ToExtension to
                ? to.extension().value()
                : NOBODY;
        if (waiting.wayOut() instanceof WayOut.ToNumber to) {
            wayOut = OUTSIDE;
            wayOutNumber = NumberPlan.asDialled(to.number());
        }
        position = waiting.announcing().says(Announcing.Kind.POSITION);
        estimate = waiting.announcing().says(Announcing.Kind.ESTIMATED_WAIT);
        every = (int) waiting.announcing().every().toSeconds();
    }

    QueueSettings settings() {
        List<QueueAgent> agents = places.stream()
                .map(place -> new QueueAgent(new ExtensionNumber(place.extension), place.penalty))
                .toList();
        return new QueueSettings(
                agents,
                strategy,
                Duration.ofSeconds(wrapUp),
                new QueueWait(Duration.ofMinutes(minutes), after(), announcing()));
    }

    private WayOut after() {
        if (wayOut == OUTSIDE) {
            return NumberPlan.ordinary(wayOutNumber)
                    .<WayOut>map(WayOut.ToNumber::new)
                    .orElseThrow(() -> new Refusal("forward.number", "wayOutNumber", wayOutNumber));
        }
        return wayOut == NOBODY ? new WayOut.Goodbye() : new WayOut.ToExtension(new ExtensionNumber(wayOut));
    }

    private Announcing announcing() {
        Set<Announcing.Kind> what = EnumSet.noneOf(Announcing.Kind.class);
        if (position) {
            what.add(Announcing.Kind.POSITION);
        }
        if (estimate) {
            what.add(Announcing.Kind.ESTIMATED_WAIT);
        }
        return new Announcing(what, Duration.ofSeconds(every));
    }

    boolean has(int extension) {
        return places.stream().anyMatch(place -> place.extension == extension);
    }

    void add(int extension) {
        if (!has(extension)) {
            places.add(new Place(extension, 0));
        }
    }

    void remove(int extension) {
        places.removeIf(place -> place.extension == extension);
    }

    void move(int extension, int by) {
        int from = indexOf(extension);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < places.size()) {
            Collections.swap(places, from, to);
        }
    }

    /** In that order; extensions that are not named keep their order behind it. */
    void order(List<Integer> wanted) {
        places.sort(java.util.Comparator.comparingInt(place -> {
            int index = wanted.indexOf(place.extension);
            return index < 0 ? wanted.size() : index;
        }));
    }

    private int indexOf(int extension) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).extension == extension) {
                return i;
            }
        }
        return -1;
    }

    public List<Place> getPlaces() {
        return places;
    }

    public QueueStrategy getStrategy() {
        return strategy;
    }

    public void setStrategy(QueueStrategy strategy) {
        this.strategy = strategy;
    }

    /** Penalties are asked for only where they count. */
    public boolean isWeighted() {
        return strategy == QueueStrategy.WRANDOM;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public int getWrapUp() {
        return wrapUp;
    }

    public void setWrapUp(int wrapUp) {
        this.wrapUp = wrapUp;
    }

    /** The number outside is asked for only where it counts. */
    public boolean isOutside() {
        return wayOut == OUTSIDE;
    }

    public String getWayOutNumber() {
        return wayOutNumber;
    }

    public void setWayOutNumber(String wayOutNumber) {
        this.wayOutNumber = wayOutNumber;
    }

    /** An extension's number, 0 for words of regret, -1 for a number outside. */
    public int getWayOut() {
        return wayOut;
    }

    public void setWayOut(int wayOut) {
        this.wayOut = wayOut;
    }

    public boolean isPosition() {
        return position;
    }

    public void setPosition(boolean position) {
        this.position = position;
    }

    public boolean isEstimate() {
        return estimate;
    }

    public void setEstimate(boolean estimate) {
        this.estimate = estimate;
    }

    public int getEvery() {
        return every;
    }

    public void setEvery(int every) {
        this.every = every;
    }
}
