package ro.clickphone.pbx.fraud;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.CredentialChanged;
import ro.clickphone.pbx.kernel.Refusal;

/** From where an account's phones may register and its people sign in (manual, item 160). */
@Stateless
@Guarded
public class SourceService {
    private static final int MOST = 100;
    private static final Duration WAY_BACK = Duration.ofHours(24);

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private ExtensionService extensions;

    @Inject
    private PinService pins;

    @Inject
    private Countries countries;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private Event<CredentialChanged> credentials;

    @Guarded(Need.READ)
    public AllowedSources allowed(AccountId account) {
        return new AllowedSources(db.createQuery(
                        "SELECT s FROM AllowedSourceEntity s WHERE s.account = :account ORDER BY s.source",
                        AllowedSourceEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(AllowedSourceEntity::asSource)
                .toList());
    }

    /** Whether somebody of that account may come from there. */
    @Guarded(Need.NOTHING)
    public boolean admits(AccountId account, String address) {
        return allowed(account).admits(address, countries, clock.instant());
    }

    /**
     * @throws Refusal {@code fraud.source.lockout} when the one who asks would not be let in any more from where she is,
     *     {@code fraud.source.taken}, {@code fraud.source.limit}
     */
    public void add(AccountId account, Pin pin, AllowedSource line) {
        pins.check(account, pin);
        accounts.hold(account);
        List<AllowedSource> then = new ArrayList<>(allowed(account).lines());
        if (then.size() >= MOST) {
            throw new Refusal("fraud.source.limit", "source", MOST);
        }
        if (then.stream()
                .anyMatch(known ->
                        known.text().equals(line.text()) && known.until().isEmpty())) {
            throw new Refusal("fraud.source.taken", "source", line.text());
        }
        then.add(line);
        staysIn(then);
        drop(account, line.text());
        db.persist(new AllowedSourceEntity(account, line, clock.instant()));
        done(account, new Act("fraud.source.added", line.text(), "", line.note()));
    }

    /** @throws Refusal {@code fraud.source.lockout} */
    public void remove(AccountId account, Pin pin, AllowedSource line) {
        pins.check(account, pin);
        staysIn(allowed(account).lines().stream()
                .filter(known -> !known.text().equals(line.text()))
                .toList());
        drop(account, line.text());
        done(account, new Act("fraud.source.removed", line.text(), line.note(), ""));
    }

    /** The way back, proven by a mail to the security address: one address may come in for a day. */
    @Guarded(Need.OPERATE)
    public void admitForADay(AccountId account, String address) {
        Network network = Network.of(address).orElseThrow(() -> new Refusal("fraud.source", "source"));
        Instant now = clock.instant();
        drop(account, network.text());
        AllowedSource line = new AllowedSource(network.text(), "", Optional.of(now.plus(WAY_BACK)));
        db.persist(new AllowedSourceEntity(account, line, now));
        done(account, new Act("fraud.source.wayBack", network.text(), "", ""));
    }

    private void staysIn(List<AllowedSource> then) {
        String here = Acting.now().address();
        if (!here.isEmpty() && !new AllowedSources(then).admits(here, countries, clock.instant())) {
            throw new Refusal("fraud.source.lockout", "source", here);
        }
    }

    private void drop(AccountId account, String source) {
        AllowedSourceEntity known = db.find(AllowedSourceEntity.class, new AllowedSourceEntity.Key(account, source));
        if (known != null) {
            db.remove(known);
            db.flush();
        }
    }

    /** The engine asks again about every phone, and lets go of those that may not stay. */
    private void done(AccountId account, Act act) {
        audit.record(account, act);
        changed.fire(new AccountChanged(account));
        extensions.list(account).stream()
                .map(Extension::who)
                .forEach(who -> credentials.fire(new CredentialChanged(who)));
    }
}
