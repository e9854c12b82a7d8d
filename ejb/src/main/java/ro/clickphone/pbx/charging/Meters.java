package ro.clickphone.pbx.charging;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.call.CallPrice;
import ro.clickphone.pbx.call.EndedCall;
import ro.clickphone.pbx.call.PricedCall;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.rating.RateService;
import ro.clickphone.pbx.rating.Tariff;

/**
 * The paid calls of this node. A call is admitted with its first minute set aside; while it goes on, more is set aside
 * before that is used up, and when there is no more the engine ends the talk to the second. What cannot be set aside,
 * because the database is away, is not talked.
 */
@ApplicationScoped
public class Meters {
    private static final Logger LOG = Logger.getLogger(Meters.class.getName());
    private static final Duration AHEAD = Duration.ofSeconds(20);
    private static final Duration WARNING = Duration.ofSeconds(10);
    private static final int LOOK_SECONDS = 1;

    private final Map<CallId, Meter> running = new ConcurrentHashMap<>();

    @Inject
    private ChargingService charging;

    @Inject
    private RateService rates;

    @Inject
    private Clock clock;

    @Inject
    private Event<LimitMoved> moved;

    @Resource
    private ManagedScheduledExecutorService later;

    private volatile Optional<ScheduledFuture<?>> looking = Optional.empty();

    /**
     * Asks for a call to the outside, before it is dialled.
     *
     * @param number E.164, or a short number
     * @param zone of the account: its day is the day of the daily limit
     */
    public Admission admit(AccountId account, CallId call, String number, ZoneId zone) {
        return admit(account, call, List.of(number), zone);
    }

    /** The same for several numbers that ring together: whichever answers first is paid for, were it the dearest. */
    public Admission admit(AccountId account, CallId call, List<String> numbers, ZoneId zone) {
        Instant now = clock.instant();
        Map<String, Tariff> tariffs = new HashMap<>();
        numbers.forEach(number -> rates.tariff(number, now).ifPresent(tariff -> tariffs.put(number, tariff)));
        if (!tariffs.keySet().containsAll(numbers)) {
            return new Admission.Refused(Admission.Reason.NO_PRICE);
        }
        boolean callerPays = Optional.ofNullable(running.get(call))
                .filter(Meter::hasPaidCaller)
                .isPresent();
        if (!callerPays && tariffs.values().stream().allMatch(Tariff::isFree)) {
            return new Admission.Free();
        }
        Meter meter = running.computeIfAbsent(call, id -> new Meter(account, call, zone, now));
        synchronized (meter) {
            meter.dial(tariffs);
            return begin(meter, now);
        }
    }

    /**
     * Asks for a call that the exchange begins, and whose caller it rings outside: both legs are paid for before the first
     * one rings, or nothing is set aside.
     */
    public Admission admitBoth(AccountId account, CallId call, String caller, String number, ZoneId zone) {
        Instant now = clock.instant();
        Optional<Tariff> tariff = rates.tariff(caller, now);
        if (tariff.isEmpty()) {
            return new Admission.Refused(Admission.Reason.NO_PRICE);
        }
        Admission first = tariff.get().isFree()
                ? new Admission.Free()
                : admitCaller(new Meter(account, call, zone, now), caller, tariff.get());
        Admission both = first instanceof Admission.Refused ? first : admit(account, call, number, zone);
        if (both instanceof Admission.Refused) {
            gone(call);
            charging.withdraw(account, call);
        }
        return both;
    }

    private Admission admitCaller(Meter meter, String caller, Tariff tariff) {
        synchronized (meter) {
            running.put(meter.call, meter);
            meter.dialCaller(caller, tariff);
            return begin(meter, meter.startedAt);
        }
    }

    private Admission begin(Meter meter, Instant now) {
        look();
        AccountId account = meter.account;
        Optional<Admission.Reason> refusal = orBack(meter, () -> charging.begin(account, meter, parallel(account)));
        return refusal.isPresent() ? new Admission.Refused(refusal.get()) : new Admission.Paid(limit(meter, now));
    }

    /** What may be dialled while nothing may be spent. */
    public Admission admitFree(List<String> numbers) {
        Instant now = clock.instant();
        return numbers.stream()
                        .allMatch(number ->
                                rates.tariff(number, now).filter(Tariff::isFree).isPresent())
                ? new Admission.Free()
                : new Admission.Refused(Admission.Reason.NO_CREDIT);
    }

    /** The class of a number by the price list; it may be stricter than the numbering plan knows. */
    public Optional<NumberClass> classOf(String number) {
        return rates.tariff(number, clock.instant()).map(Tariff::numberClass);
    }

    public void told(LegEvent event) {
        Meter meter = running.get(event.leg().call());
        if (meter != null) {
            synchronized (meter) {
                meter.told(event);
            }
        }
    }

    /**
     * The prices of ended calls, posted in the caller's transaction; each call must be told once. Wallets are locked in
     * the order of the calls: whoever settles many sorts them by account.
     */
    public List<PricedCall> ended(List<EndedCall> calls) {
        Set<CallId> paid = charging.toSettle(calls);
        return calls.stream()
                .map(call -> new PricedCall(
                        call,
                        paid.contains(call.record().id())
                                ? charging.settle(call.account(), call.record())
                                : CallPrice.NONE))
                .toList();
    }

    /** The call is over, whatever becomes of its record. */
    public void gone(CallId call) {
        running.remove(call);
    }

    /** What the clock does each second; a test calls it. */
    void lookNow() {
        running.values().forEach(this::extend);
    }

    /** What a failed transaction set aside was not. */
    private static <T> T orBack(Meter meter, Supplier<T> step) {
        Meter.Mark before = meter.mark();
        try {
            return step.get();
        } catch (RuntimeException e) {
            meter.backTo(before);
            throw e;
        }
    }

    private void extend(Meter meter) {
        try {
            synchronized (meter) {
                Instant now = clock.instant();
                if (running.containsKey(meter.call) && meter.needsMore(now, AHEAD)) {
                    long before = meter.covered();
                    orBack(meter, () -> charging.extend(meter.account, meter, parallel(meter.account)));
                    if (meter.covered() > before || meter.isExhausted()) {
                        tell(meter, before, now);
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "nothing could be set aside for call " + meter.call, e);
        }
    }

    private void tell(Meter meter, long before, Instant now) {
        if (meter.covered() > before || !meter.isWarned()) {
            moved.fire(new LimitMoved(meter.call, limit(meter, now)));
        }
    }

    private static Step.TalkLimit limit(Meter meter, Instant now) {
        Duration most = Duration.ofSeconds(meter.covered());
        if (!meter.isExhausted()) {
            return new Step.TalkLimit(most, Duration.ZERO);
        }
        meter.warned();
        Duration left = meter.left(now);
        return new Step.TalkLimit(most, WARNING.compareTo(left) < 0 ? WARNING : left.dividedBy(2));
    }

    private int parallel(AccountId account) {
        return Math.max(1, (int) running.values().stream()
                .filter(meter -> meter.account.equals(account))
                .count());
    }

    private synchronized void look() {
        if (looking.isEmpty()) {
            looking = Optional.of(
                    later.scheduleWithFixedDelay(this::lookNow, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS));
        }
    }

    @PreDestroy
    void stop() {
        looking.ifPresent(task -> task.cancel(false));
    }
}
