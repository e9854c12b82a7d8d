package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.DecisionUnavailableException;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.EndedCall;
import ro.clickphone.pbx.call.MissedCallNotice;
import ro.clickphone.pbx.charging.Meters;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.figures.CallFigures;
import ro.clickphone.pbx.fraud.Countries;
import ro.clickphone.pbx.fraud.UseWatch;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.number.NumberPlan;

/** Where a call's questions meet its account's plan, and its news the waiting room and the panels. */
@ApplicationScoped
class CallDesk {
    private static final Logger LOG = Logger.getLogger(CallDesk.class.getName());

    @Inject
    private RoutingPlans plans;

    @Inject
    private WaitingRooms rooms;

    @Inject
    private Recorders recorders;

    @Inject
    private MailboxSounds mailboxes;

    @Inject
    private ConferencesNow conferences;

    @Inject
    private TalkRecorder talks;

    @Inject
    private LivePresence presence;

    @Inject
    private Parking parking;

    @Inject
    private CallDetailService details;

    @Inject
    private MissedCalls missed;

    @Inject
    private MissedCallNotice notice;

    @Inject
    private Deeds deeds;

    @Inject
    private Clicks clicks;

    @Inject
    private Channels channels;

    @Inject
    private Toll toll;

    @Inject
    private Meters meters;

    @Inject
    private Countries countries;

    @Inject
    private UseWatch use;

    @Inject
    private Present present;

    @Inject
    private CallFigures figures;

    @Inject
    private Clock clock;

    /** A number that nobody has takes the same way, and gets 404. */
    CallStep arrived(IncomingCall call) {
        return planOf(call)
                .map(plan -> moved(call.id(), Optional.empty(), clicks.noted(call.id(), begin(call, plan)), plan))
                .orElseGet(CallFlow::unknownNumber);
    }

    CallStep next(CallId call, FlowState state, StepOutcome outcome) {
        Position position = Position.parse(state)
                .orElseThrow(() -> new DecisionUnavailableException("call " + call + " is at no known position"));
        RoutingPlan plan = plans.of(position.account())
                .orElseThrow(() -> new DecisionUnavailableException("no plan of account " + position.account()));
        return moved(call, Optional.of(position), CallFlow.next(position, outcome, plan, moment(call)), plan);
    }

    /** As if the one who hands on had dialled: the further call is hers, by right and by cost. A carrier hands on nothing. */
    CallStep transferred(CallId call, FlowState state, Transfer transfer) {
        if (!(transfer.by() instanceof Party.Extension extension)) {
            return new CallStep(Step.Reject.with(403), state);
        }
        SipUser by = SipUser.parse(extension.who().user())
                .orElseThrow(() -> new DecisionUnavailableException("nobody's extension: " + extension.who()));
        RoutingPlan plan = plans.of(by.account())
                .orElseThrow(() -> new DecisionUnavailableException("no plan of account " + by.account()));
        IncomingCall further =
                new IncomingCall(call, transfer.by(), transfer.target(), transfer.shown(), clock.instant());
        Decision decision = CallFlow.handedOn(further, transfer.remaining(), plan, moment(call));
        return moved(call, Optional.empty(), decision, plan);
    }

    /** Whether the customer lets phones register from there (manual, item 160). */
    boolean admits(SipIdentity who, String address) {
        return SipUser.parse(who.user())
                .map(SipUser::account)
                .flatMap(plans::of)
                .filter(plan -> plan.sources().admits(address, countries, clock.instant()))
                .isPresent();
    }

    /** Of the same account only; another account's extension answers like one that does not exist. */
    Optional<SipIdentity> neighbour(SipIdentity who, String dialled) {
        return SipUser.parse(who.user())
                .map(SipUser::account)
                .flatMap(plans::of)
                .flatMap(plan -> ExtensionNumber.parse(dialled).flatMap(plan::extension))
                .map(Extension::who);
    }

    /** In their order; one that fails keeps back no other. */
    void happened(List<LegEvent> events) {
        for (LegEvent event : events) {
            try {
                told(event);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "News of call " + event.leg().call() + " was not taken", e);
            }
        }
    }

    private void told(LegEvent event) {
        talks.told(event);
        if (event.kind().isNewsOnly()) {
            return;
        }
        presence.told(event);
        rooms.told(event);
        meters.told(event);
        toll.told(event);
        figures.told(event);
        if (event.kind() == LegEvent.Kind.ENDED && event.leg().number() == 0) {
            over(event.leg().call());
        }
        if (event.party() instanceof Party.Extension extension) {
            rooms.look(Set.of(extension.who()));
        }
    }

    void told(List<BindingChange> changes) {
        rooms.look(presence.told(changes));
    }

    /** The queue and the panels first: they are right again even when the database is away and the records wait. */
    void ended(List<CallRecord> records) {
        records.forEach(this::gone);
        List<EndedCall> calls = records.stream()
                .flatMap(record -> owned(record).stream())
                .sorted(Comparator.comparingLong(call -> call.account().value()))
                .toList();
        List<EndedCall> fresh = details.unknown(calls);
        if (!fresh.isEmpty()) {
            keep(fresh);
        }
    }

    private void gone(CallRecord record) {
        over(record.id());
        rooms.look(presence.ended(record.id()));
        Position.parse(record.state()).ifPresent(last -> left(record, last));
    }

    /** Nobody's when the number is nobody's. */
    private Optional<EndedCall> owned(CallRecord record) {
        Optional<Position> position = Position.parse(record.state());
        String path = position.map(known -> known.trail().toString()).orElse("undecided");
        return position.map(Position::account)
                .or(() -> planOf(record.arrival()).map(RoutingPlan::account))
                .map(account -> new EndedCall(account, record, path));
    }

    /** What belongs to a call in progress belongs to it no more. */
    private void over(CallId call) {
        rooms.left(call);
        parking.left(call);
        channels.free(call).ifPresent(presence::callersChanged);
        meters.gone(call);
        toll.left(call);
        clicks.left(call);
        recorders.left(call);
        mailboxes.left(call);
        conferences.left(call).ifPresent(presence::callersChanged);
        talks.over(call);
    }

    /** What a caller said until hanging up is kept. */
    private void left(CallRecord record, Position last) {
        CallFlow.left(record.id(), last).ifPresent(deed -> deeds.carryOut(last.account(), deed));
    }

    private void keep(List<EndedCall> calls) {
        List<CallDetail> kept = details.keep(meters.ended(calls));
        for (EndedCall call : calls) {
            if (call.path().equals(CallFlow.CHANNELS)) {
                plans.of(call.account()).ifPresent(plan -> missed.channelsBusy(plan, call.record()));
            }
            figures.ended(call.record());
        }
        for (CallDetail call : kept) {
            if (MissedCallNotice.concerns(call) && !call.path().equals(CallFlow.CHANNELS)) {
                notice.kept(call.account(), call);
            }
        }
    }

    private Decision begin(IncomingCall call, RoutingPlan plan) {
        boolean fromOutside = !(call.source() instanceof Party.Extension);
        int most = plan.entitlements().inbound();
        if (fromOutside && !channels.take(plan.account(), Channels.Way.IN, call.id(), most)) {
            return CallFlow.channelsBusy(call, plan);
        }
        presence.callersChanged(plan.account());
        return CallFlow.begin(call, plan, moment(call.id()));
    }

    private CallStep moved(CallId call, Optional<Position> from, Decision wanted, RoutingPlan plan) {
        parking.left(call);
        Decision decision = toll.pass(wanted, plan, moment(call));
        decision.deed().ifPresent(deed -> deeds.carryOut(decision.position().account(), deed));
        rooms.moved(call, from, decision.position());
        recorders.moved(call, decision.position());
        mailboxes.moved(call, decision.position(), plan);
        talks.moved(call, decision.position());
        conferences.moved(call, decision.position()).ifPresent(presence::callersChanged);
        Toll.outside(decision.step())
                .forEach(number -> use.placed(decision.position().account(), number));
        return decision.callStep();
    }

    private Moment moment(CallId call) {
        return new Moment(call, clock.instant(), present);
    }

    private Optional<RoutingPlan> planOf(IncomingCall call) {
        return call.source() instanceof Party.Extension extension
                ? SipUser.parse(extension.who().user()).map(SipUser::account).flatMap(plans::of)
                : NumberPlan.fromCarrier(call.dialled()).flatMap(plans::of);
    }
}
