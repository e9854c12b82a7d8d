package ro.clickphone.portal.routing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.callflow.Destination;
import ro.clickphone.pbx.callflow.QueueNow;
import ro.clickphone.pbx.callflow.RoutingService;
import ro.clickphone.pbx.catalogue.EntitlementService;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.schedule.Schedule;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** Where incoming calls go, and the whole way of a call in one picture (manual, items 138 to 143). */
@Named
@ViewScoped
public class MyPbxView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TOGETHER = 20;

    @Inject
    private Me me;

    @Inject
    private RoutingService routing;

    @Inject
    private ExtensionService extensions;

    @Inject
    private ScheduleService schedules;

    @Inject
    private QueueService queues;

    @Inject
    private IvrService menus;

    @Inject
    private QueueNow now;

    @Inject
    private LivePresence presence;

    @Inject
    private EntitlementService entitlements;

    @Inject
    private DestinationWords words;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private Choice choice;
    /** Null while the customer has chosen nothing; an Optional is not kept in a session. */
    private Destination read;

    private boolean told;
    private List<Integer> direct = new ArrayList<>();

    /** The manual's three. */
    public enum Choice {
        EXTENSIONS,
        QUEUE,
        IVR
    }

    /** What is stored, instead of what was being chosen. */
    @PostConstruct
    public void readAgain() {
        told = false;
        read = stored().orElse(null);
        stored().ifPresent(this::take);
    }

    private Optional<Destination> stored() {
        return routing.destination(me.id());
    }

    /** Whether somebody else has saved while this page was open, and their choice was not shown or replaced yet. */
    public boolean isOvertaken() {
        return told || !stored().equals(Optional.ofNullable(read));
    }

    private void take(Destination destination) {
        if (destination instanceof Destination.Extensions chosen) {
            choice = Choice.EXTENSIONS;
            direct = new ArrayList<>(
                    chosen.extensions().stream().map(ExtensionNumber::value).toList());
        } else {
            choice = destination instanceof Destination.Queue ? Choice.QUEUE : Choice.IVR;
        }
    }

    public void save() {
        try {
            Destination wanted = destination();
            routing.route(me.id(), Optional.ofNullable(read), wanted);
            read = wanted;
            told = false;
            refusals.done("routing.saved");
        } catch (Refusal refusal) {
            if (refusal.code().equals("edit.stale")) {
                read = stored().orElse(null); // who saves once more knows what is replaced
                told = true;
            }
            refusals.show(refusal, "routing");
        }
    }

    private Destination destination() {
        return switch (choice) {
            case QUEUE -> new Destination.Queue();
            case IVR -> new Destination.Ivr();
            case EXTENSIONS -> new Destination.Extensions(chosenExtensions());
        };
    }

    private List<ExtensionNumber> chosenExtensions() {
        if (direct.isEmpty() || direct.size() > MOST_TOGETHER) {
            throw new Refusal("routing.extensions", "direct", MOST_TOGETHER);
        }
        return direct.stream().map(ExtensionNumber::new).toList();
    }

    /** What callers meet now, not what is being chosen. */
    public String getDestination() {
        return routing.destination(me.id())
                .map(words::of)
                .orElseGet(() -> refusals.text("routing.to.first", List.of()));
    }

    public boolean isScheduled() {
        return !hours().alwaysOpen();
    }

    public boolean isOpenNow() {
        return hours().openAt(clock.instant(), me.zone());
    }

    private Schedule hours() {
        return schedules.schedule(me.id());
    }

    public int getQueued() {
        return queues.settings(me.id()).agents().size();
    }

    /** Callers in the queue now. */
    public int getWaiting() {
        return now.waiting(me.id());
    }

    /** Callers who are in the exchange now. */
    public int getInside() {
        return now.inside(me.id());
    }

    /** How many there can be at once. */
    public int getChannels() {
        return entitlements.of(me.id()).inbound();
    }

    /** Whether the menu has changes that callers do not hear yet. */
    public boolean isMenuPending() {
        return isMenuOnWay() && menus.draftDiffers(me.id());
    }

    public long getTalking() {
        return getExtensions().stream()
                .map(extension -> presence.of(extension.who()).state())
                .filter(Presence.State.TALKING::equals)
                .count();
    }

    public long getOnline() {
        return presence.online(me.id());
    }

    public int getMenus() {
        return menus.live(me.id()).menus().size();
    }

    /** Whether callers meet the menu. */
    public boolean isMenuOnWay() {
        return chosen(Destination.Ivr.class) && isMenuLive();
    }

    /** Whether callers can come to the queue; from a menu they do by a key, or when they press none. */
    public boolean isQueueOnWay() {
        return chosen(Destination.Queue.class) || (isMenuOnWay() && getQueued() > 0);
    }

    private boolean chosen(Class<? extends Destination> kind) {
        return routing.destination(me.id()).filter(kind::isInstance).isPresent();
    }

    public boolean isMenuLive() {
        return !menus.live(me.id()).isEmpty();
    }

    public List<Extension> getExtensions() {
        return extensions.list(me.id());
    }

    public Choice getChoice() {
        return choice;
    }

    public void setChoice(Choice choice) {
        this.choice = choice;
    }

    public List<Integer> getDirect() {
        return direct;
    }

    public void setDirect(List<Integer> direct) {
        this.direct = new ArrayList<>(direct);
    }
}
