package ro.clickphone.pbx.fraud;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;

/** Restrictions, limits and number lists of an account; every change is ordered with the PIN (manual, item 154). */
@Stateless
@Guarded
public class FraudService {
    /** The highest daily limit and the dearest minute that can be set. */
    public static final Money MOST = new Money(10_000_000_000L);

    private static final int MOST_LINES = 500;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private ExtensionService extensions;

    @Inject
    private PinService pins;

    @Inject
    private AlarmDesk alarms;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountChanged> changed;

    @Guarded(Need.READ)
    public FraudSettings settings(AccountId account) {
        return known(account).map(RestrictionEntity::asSettings).orElse(FraudSettings.USUAL);
    }

    /** Those of the extensions that have restrictions of their own. */
    @Guarded(Need.READ)
    public Map<ExtensionNumber, Restrictions> extensions(AccountId account) {
        Map<ExtensionNumber, Restrictions> own = new TreeMap<>();
        db.createQuery(
                        "SELECT r FROM ExtensionRestrictionEntity r WHERE r.account = :account",
                        ExtensionRestrictionEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .forEach(one -> own.put(one.extension(), one.restrictions()));
        return own;
    }

    /** The lists of numbers, by way and number. */
    @Guarded(Need.READ)
    public List<NumberLine> lines(AccountId account) {
        return db.createQuery(
                        "SELECT l FROM NumberLineEntity l WHERE l.account = :account ORDER BY l.direction, l.pattern",
                        NumberLineEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(NumberLineEntity::asLine)
                .toList();
    }

    /** All of it, as calls ask for it. */
    @Guarded(Need.READ)
    public CallRules rules(AccountId account) {
        FraudSettings settings = settings(account);
        return new CallRules(settings.inForce(), extensions(account), lines(account), settings.anonymous());
    }

    public void restrict(AccountId account, Pin pin, Restrictions wanted) {
        pins.check(account, pin);
        RestrictionEntity entity = entity(account);
        Restrictions was = entity.restrictions();
        entity.restrict(wanted);
        done(account, new Act("fraud.restrictions", "", was.toString(), wanted.toString()));
    }

    /** @throws NotFound {@code extension.unknown} */
    public void restrict(AccountId account, Pin pin, ExtensionNumber extension, Restrictions wanted) {
        pins.check(account, pin);
        extensions.find(account, extension);
        ExtensionRestrictionEntity known =
                db.find(ExtensionRestrictionEntity.class, new ExtensionRestrictionEntity.Key(account, extension));
        String was = known == null ? "" : known.restrictions().toString();
        if (known == null) {
            db.persist(new ExtensionRestrictionEntity(account, extension, wanted));
        } else {
            known.restrict(wanted);
        }
        done(account, new Act("fraud.restrictions.extension", extension.toString(), was, wanted.toString()));
    }

    /** The extension may what the account may. */
    public void unrestrict(AccountId account, Pin pin, ExtensionNumber extension) {
        pins.check(account, pin);
        ExtensionRestrictionEntity known =
                db.find(ExtensionRestrictionEntity.class, new ExtensionRestrictionEntity.Key(account, extension));
        if (known != null) {
            db.remove(known);
            String was = known.restrictions().toString();
            done(account, new Act("fraud.restrictions.extension", extension.toString(), was, ""));
        }
    }

    /**
     * @param limit what may be spent in a day; empty for no limit, zero for nothing that costs
     * @param cap the dearest minute that may be called; empty for none
     * @throws Refusal {@code fraud.limit}
     */
    public void setLimits(AccountId account, Pin pin, Optional<Money> limit, Optional<Money> cap) {
        limit.ifPresent(amount -> checkAmount("limit", amount));
        cap.ifPresent(amount -> checkAmount("cap", amount));
        pins.check(account, pin);
        RestrictionEntity entity = entity(account);
        FraudSettings was = entity.asSettings();
        entity.setDailyLimit(limit);
        entity.setPriceCap(cap);
        done(account, new Act("fraud.limit", "", limits(was.dailyLimit(), was.priceCap()), limits(limit, cap)));
    }

    public void setAnonymous(AccountId account, Pin pin, CallRules.Anonymous wanted) {
        pins.check(account, pin);
        RestrictionEntity entity = entity(account);
        String was = entity.asSettings().anonymous().name();
        entity.setAnonymous(wanted);
        done(account, new Act("fraud.anonymous", "", was, wanted.name()));
    }

    /** @throws Refusal {@code fraud.number.taken}, {@code fraud.number.limit} */
    public void addLine(AccountId account, Pin pin, NumberLine line) {
        pins.check(account, pin);
        accounts.hold(account);
        if (lines(account).size() >= MOST_LINES) {
            throw new Refusal("fraud.number.limit", "number", MOST_LINES);
        }
        if (db.find(NumberLineEntity.class, key(account, line)) != null) {
            throw new Refusal("fraud.number.taken", "number", line.pattern());
        }
        db.persist(new NumberLineEntity(account, line, clock.instant()));
        done(account, new Act("fraud.number.added", line.pattern().text(), "", line.way() + " " + line.colour()));
    }

    /** Nothing happens when there is no such line any more. */
    public void removeLine(AccountId account, Pin pin, NumberLine line) {
        pins.check(account, pin);
        NumberLineEntity known = db.find(NumberLineEntity.class, key(account, line));
        if (known != null) {
            db.remove(known);
            done(account, new Act("fraud.number.removed", line.pattern().text(), line.way() + " " + line.colour(), ""));
        }
    }

    /** Alarms of unusual use, the newest first. */
    @Guarded(Need.READ)
    public List<UseAlarm> alarms(AccountId account) {
        return alarms.latest(account);
    }

    public void setOnAlarm(AccountId account, Pin pin, OnAlarm wanted) {
        pins.check(account, pin);
        RestrictionEntity entity = entity(account);
        String was = entity.asSettings().onAlarm().name();
        entity.setOnAlarm(wanted);
        done(account, new Act("fraud.onAlarm", "", was, wanted.name()));
    }

    /** After an alarm: international calls wait until somebody confirms them. */
    @Guarded(Need.OPERATE)
    public void hold(AccountId account) {
        RestrictionEntity entity = entity(account);
        if (entity.asSettings().heldSince().isEmpty()) {
            entity.hold(clock.instant());
            done(account, Act.of("fraud.held"));
        }
    }

    /** The alarm was a false one, or is dealt with. */
    public void confirm(AccountId account, Pin pin) {
        pins.check(account, pin);
        entity(account).release();
        done(account, Act.of("fraud.confirmed"));
    }

    private static NumberLineEntity.Key key(AccountId account, NumberLine line) {
        return new NumberLineEntity.Key(account, line.way(), line.pattern());
    }

    private static void checkAmount(String field, Money amount) {
        if (amount.micros() < 0 || amount.compareTo(MOST) > 0) {
            throw new Refusal("fraud.limit", field, MOST.micros() / 1_000_000);
        }
    }

    private static String limits(Optional<Money> limit, Optional<Money> cap) {
        return written(limit) + " / " + written(cap);
    }

    private static String written(Optional<Money> amount) {
        return amount.map(value -> value.toEuro().stripTrailingZeros().toPlainString() + " €")
                .orElse("–");
    }

    private Optional<RestrictionEntity> known(AccountId account) {
        return Optional.ofNullable(db.find(RestrictionEntity.class, account.value()));
    }

    private RestrictionEntity entity(AccountId account) {
        return known(account).orElseGet(() -> {
            RestrictionEntity fresh = new RestrictionEntity(account);
            db.persist(fresh);
            return fresh;
        });
    }

    private void done(AccountId account, Act act) {
        audit.record(account, act);
        changed.fire(new AccountChanged(account));
    }
}
