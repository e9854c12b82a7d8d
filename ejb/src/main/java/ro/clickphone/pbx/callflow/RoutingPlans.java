package ro.clickphone.pbx.callflow;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.number.TrunksChanged;

/**
 * The plan of every account of this node. A change counts at the next call: who asks for the plan of a changed account
 * waits for the new one, a little; when the database is away the old plan goes on.
 */
@ApplicationScoped
public class RoutingPlans {
    private static final Logger LOG = Logger.getLogger(RoutingPlans.class.getName());
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Map<AccountId, CachedPlan> plans = new ConcurrentHashMap<>();
    private final Map<E164, AccountId> owners = new ConcurrentHashMap<>();

    @Inject
    private PlanReader reader;

    @Inject
    private Event<PlanReplaced> replaced;

    @Resource
    private ManagedScheduledExecutorService later;

    /** Reads all accounts; before the SIP ports open. */
    public void warm() {
        int page = 0;
        for (List<AccountId> some = reader.accounts(page); !some.isEmpty(); some = reader.accounts(++page)) {
            some.forEach(account -> cached(account).refresh());
        }
        LOG.info(() -> "routing plans: " + plans.size());
    }

    Optional<RoutingPlan> of(AccountId account) {
        return cached(account).current();
    }

    /** The plan of the account that owns the number; empty when nobody does. */
    Optional<RoutingPlan> of(E164 number) {
        if (!owners.containsKey(number)) {
            // somebody may have been given the number a moment ago
            plans.values().stream().filter(CachedPlan::isStale).forEach(CachedPlan::current);
        }
        return Optional.ofNullable(owners.get(number)).flatMap(this::of);
    }

    void accountChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged event) {
        CachedPlan plan = cached(event.account());
        plan.outdated();
        soon(plan);
    }

    void trunksChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrunksChanged event) {
        plans.values().forEach(plan -> {
            plan.outdated();
            soon(plan);
        });
    }

    private CachedPlan cached(AccountId account) {
        return plans.computeIfAbsent(account, id -> new CachedPlan(() -> reader.read(id), this::publish));
    }

    private void publish(Optional<RoutingPlan> old, RoutingPlan fresh) {
        fresh.numbers().forEach(number -> owners.put(number, fresh.account()));
        old.ifPresent(plan -> plan.numbers().stream()
                .filter(number -> !fresh.numbers().contains(number))
                .forEach(number -> owners.remove(number, fresh.account())));
        replaced.fire(new PlanReplaced(fresh.account()));
    }

    private void soon(CachedPlan plan) {
        if (plan.claimed()) {
            var unused = later.submit(() -> refreshOrTryAgain(plan));
        }
    }

    private void refreshOrTryAgain(CachedPlan plan) {
        plan.unclaimed();
        try {
            plan.refresh();
        } catch (RuntimeException e) {
            CachedPlan.complain(e);
            tryAgain(plan);
        }
    }

    private void tryAgain(CachedPlan plan) {
        if (plan.claimed()) {
            var unused = later.schedule(() -> refreshOrTryAgain(plan), NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
