package ro.clickphone.portal.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallFilter;
import ro.clickphone.pbx.call.CallTotals;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.callflow.RoutingService;
import ro.clickphone.pbx.catalogue.EntitlementService;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.schedule.Schedule;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.routing.DestinationWords;

/** The first page of a customer: live state, and the manual's five steps with what is done and what comes next. */
@Named
@RequestScoped
public class StartView {
    @Inject
    private Me me;

    @Inject
    private ExtensionService extensions;

    @Inject
    private EntitlementService entitlements;

    @Inject
    private LivePresence presence;

    @Inject
    private ScheduleService schedules;

    @Inject
    private QueueService queues;

    @Inject
    private PromptService prompts;

    @Inject
    private IvrService menus;

    @Inject
    private RoutingService routing;

    @Inject
    private CallDetailService calls;

    @Inject
    private DestinationWords destinations;

    @Inject
    private Refusals words;

    @Inject
    private Clock clock;

    private List<Presence> present;
    private List<Step> steps;
    private Schedule hours;
    private CallTotals totals;

    /**
     * One of the five.
     *
     * @param text how it stands, in the user's language
     * @param page where it is done; empty when there is no page for it yet
     */
    public record Step(int number, String title, String text, boolean done, Optional<String> page) {
        public boolean linked() {
            return page.isPresent();
        }

        public String address() {
            return page.orElse("");
        }
    }

    public List<Step> getSteps() {
        if (steps == null) {
            steps = List.of(extensionsStep(), hoursStep(), queueStep(), menuStep(), routingStep());
        }
        return steps;
    }

    /** The first that is still to be done and has a page; 0 when there is none. */
    public int getNext() {
        return getSteps().stream()
                .filter(step -> !step.done() && step.linked())
                .mapToInt(Step::number)
                .findFirst()
                .orElse(0);
    }

    /** The base phone that comes with the account is not yet anybody's work. */
    private Step extensionsStep() {
        boolean begun = phones().size() > 1 || getOnline() > 0;
        return step(1, begun, Optional.of("/extension/extensions"), phones().size(), getOnline());
    }

    /** Without a package there is the base phone only, so that the steps begin with buying one. */
    public boolean isWithoutPackage() {
        return entitlements.of(me.id()).extensions() <= 1;
    }

    private Step hoursStep() {
        int missing = (int) Stream.of(PromptSlot.QUEUE_WELCOME, PromptSlot.CLOSED)
                .filter(slot -> !prompts.filled(me.id()).contains(slot))
                .count();
        return step(2, !hours().alwaysOpen(), Optional.of("/schedule/schedule"), missing);
    }

    private Step queueStep() {
        int agents = queues.settings(me.id()).agents().size();
        return step(3, agents > 0, Optional.of("/queue/queue"), agents);
    }

    private Step menuStep() {
        return step(4, !menus.live(me.id()).isEmpty(), Optional.of("/ivr/menus"));
    }

    private Step routingStep() {
        return routing.destination(me.id())
                .map(chosen -> step(5, true, Optional.of("/routing/myPbx"), destinations.of(chosen)))
                .orElseGet(() -> step(5, false, Optional.of("/routing/myPbx")));
    }

    private Step step(int number, boolean done, Optional<String> page, Object... arguments) {
        String key = "start.step." + number;
        return new Step(
                number,
                words.text(key, List.of()),
                words.text(key + (done ? ".done" : ".todo"), List.of(arguments)),
                done,
                page);
    }

    /** A text with its places filled, for the tiles. */
    public String note(String code, Object... arguments) {
        return words.text(code, List.of(arguments));
    }

    public long getOnline() {
        return phones().stream().filter(Presence::online).count();
    }

    public int getExtensions() {
        return phones().size();
    }

    public long getBusy() {
        return phones().stream()
                .filter(phone -> phone.state() == Presence.State.TALKING || phone.state() == Presence.State.RINGING)
                .count();
    }

    public CallTotals getTotals() {
        if (totals == null) {
            YearMonth month = YearMonth.now(clock.withZone(me.zone()));
            totals = calls.totals(me.id(), EnumSet.of(Direction.RECEIVED), CallFilter.of(month, me.zone()));
        }
        return totals;
    }

    public boolean isScheduled() {
        return !hours().alwaysOpen();
    }

    public boolean isOpenNow() {
        return hours().openAt(clock.instant(), me.zone());
    }

    private Schedule hours() {
        if (hours == null) {
            hours = schedules.schedule(me.id());
        }
        return hours;
    }

    private List<Presence> phones() {
        if (present == null) {
            present = extensions.list(me.id()).stream()
                    .map(extension -> presence.of(extension.who()))
                    .toList();
        }
        return present;
    }
}
