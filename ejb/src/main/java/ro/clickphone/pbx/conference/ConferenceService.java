package ro.clickphone.pbx.conference;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.RandomText;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.vault.Vault;

/** A customer's conferences (manual, item 44). One that was not named is open to whoever of the customer dials it. */
@Stateless
@Guarded
public class ConferenceService {
    public static final int MOST = 9;
    public static final int LONGEST_NAME = 64;
    private static final int CODE_DIGITS = 6;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Vault vault;

    @Inject
    private AccountService accounts;

    @Inject
    private Audit audit;

    @Inject
    private Event<AccountChanged> changed;

    /** Whether who enters is asked for a code. */
    public enum Door {
        OPEN,
        CODE
    }

    /** By room. */
    @Guarded(Need.READ)
    public List<Conference> list(AccountId account) {
        return db.createQuery(
                        "SELECT c FROM ConferenceEntity c WHERE c.key.accountId = :account ORDER BY c.key.room",
                        ConferenceEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(entity -> entity.conference(vault))
                .toList();
    }

    /** The lowest free room gets that name. @throws Refusal {@code conference.name}, {@code conference.full} */
    public Conference create(AccountId account, String name, Door door) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME || wanted.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("conference.name", "name", LONGEST_NAME);
        }
        accounts.hold(account);
        Set<Integer> taken = list(account).stream().map(Conference::room).collect(Collectors.toSet());
        int room = IntStream.rangeClosed(1, MOST)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow(() -> new Refusal("conference.full", "name", MOST));
        Conference made = store(account, new Conference(room, wanted, code(door)));
        audit.record(account, new Act("conference.created", made.number(), "", wanted));
        return made;
    }

    /** A new code, or none any more; who knew the old one no longer gets in. @throws NotFound {@code conference.unknown} */
    public Conference setDoor(AccountId account, int room, Door door) {
        Conference known = entity(account, room).conference(vault);
        audit.record(account, Act.of(door == Door.CODE ? "conference.code" : "conference.opened", known.number()));
        return store(account, new Conference(room, known.name(), code(door)));
    }

    /** @throws NotFound {@code conference.unknown} */
    public void delete(AccountId account, int room) {
        ConferenceEntity known = entity(account, room);
        Conference gone = known.conference(vault);
        db.remove(known);
        audit.record(account, new Act("conference.deleted", gone.number(), gone.name(), ""));
        changed.fire(new AccountChanged(account));
    }

    private Conference store(AccountId account, Conference conference) {
        db.merge(new ConferenceEntity(account, conference, vault));
        changed.fire(new AccountChanged(account));
        return conference;
    }

    private ConferenceEntity entity(AccountId account, int room) {
        return Optional.ofNullable(db.find(ConferenceEntity.class, new ConferenceEntity.Key(account, room)))
                .orElseThrow(() -> new NotFound("conference.unknown", room));
    }

    private static String code(Door door) {
        return door == Door.CODE ? RandomText.digits(CODE_DIGITS) : "";
    }
}
