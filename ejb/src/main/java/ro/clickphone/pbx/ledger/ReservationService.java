package ro.clickphone.pbx.ledger;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;

/**
 * Two-phase transfers: money is set aside before something paid begins, more while it goes on, and in the end its price
 * is posted or all of it given back. Each step happens once, however often it is told.
 */
@Stateless
@Guarded(Need.FINANCE)
public class ReservationService {
    private static final Wording ASIDE = Wording.of("ledger.reserve");
    private static final Wording BACK = Wording.of("ledger.release");

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private Event<WalletChanged> changed;

    @Inject
    private Event<DaySpent> daySpent;

    @Inject
    private Event<LimitMet> limitMet;

    /**
     * Sets money aside, or more of it: as much of {@code wanted} as wallet and daily limit have, if that is at least
     * {@code least}. Both are compared under the wallet's lock, so parallel calls never share a euro.
     *
     * @param until when it counts as forgotten unless renewed, posted or released
     */
    public Grant reserve(AccountId account, ReservationId id, Range range, SpendCap cap, Instant until) {
        Books books = Books.open(db, account, clock.instant());
        Optional<ReservationEntity> known = books.reservation(id);
        if (known.isPresent() && !known.get().isOpen()) {
            return new Grant.Closed();
        }
        LocalDate day = known.map(ReservationEntity::spentOn).orElse(cap.day());
        SpentTodayEntity spent = books.spentOn(day);
        Money allowed = cap.room(spent.spend(), range.wanted());
        if (allowed.compareTo(range.least()) < 0) {
            limitMet.fire(new LimitMet(account, day, spent.spend()));
            return new Grant.OverLimit();
        }
        Money amount = Money.least(allowed, books.balance().available());
        if (amount.compareTo(range.least()) < 0) {
            return new Grant.NoCredit();
        }
        ReservationEntity reservation = known.orElseGet(() -> books.openReservation(id, day));
        int slice = reservation.add(amount, until);
        spent.reserve(amount);
        daySpent.fire(new DaySpent(account, day, spent.spend()));
        books.write(
                Transfer.between(id.slice(slice), TransferKind.RESERVE, Book.WALLET, Book.RESERVED, amount, ASIDE),
                id.value());
        return new Grant.Granted(amount);
    }

    /**
     * The price is known: it goes to the service, the rest back to the wallet. A price above what was set aside, or of a
     * reservation that expired meanwhile, is taken from the wallet all the same: the service has been rendered.
     *
     * @param day counts for this local day, when there was no reservation
     */
    public WalletRow post(
            AccountId account, ReservationId id, Money price, Book service, LocalDate day, Wording wording) {
        if (price.isNegative() || !service.isRevenue()) {
            throw new IllegalArgumentException("no price: " + price + " for " + service);
        }
        Books books = Books.open(db, account, clock.instant());
        TransferEntity posted = db.find(TransferEntity.class, new LedgerKey(account, id.posting()));
        if (posted != null) {
            return posted.asRow(Optional.empty());
        }
        Optional<ReservationEntity> known = books.reservation(id);
        Money held = known.map(ReservationEntity::held).orElse(Money.ZERO);
        LocalDate spentOn = known.map(ReservationEntity::spentOn).orElse(day);
        SpentTodayEntity spent = books.spentOn(spentOn);
        spent.giveBack(held);
        spent.charge(price);
        daySpent.fire(new DaySpent(account, spentOn, spent.spend()));
        known.ifPresent(reservation -> reservation.post(price));
        WalletRow row = books.write(Transfer.posted(id.posting(), held, price, service, wording), id.value())
                .asRow(Optional.empty());
        changed.fire(new WalletChanged(account, TransferKind.CALL, books.before(), books.balance()));
        return row;
    }

    /** Nothing is to be paid: all that was set aside goes back. Nothing happens when it was posted or released already. */
    public void release(AccountId account, ReservationId id) {
        Books books = Books.open(db, account, clock.instant());
        books.reservation(id).filter(ReservationEntity::isOpen).ifPresent(reservation -> {
            Money held = reservation.held();
            books.spentOn(reservation.spentOn()).giveBack(held);
            reservation.release();
            books.write(
                    Transfer.between(
                            id.release(reservation.slices()),
                            TransferKind.RELEASE,
                            Book.RESERVED,
                            Book.WALLET,
                            held,
                            BACK),
                    id.value());
        });
    }

    @Guarded(Need.READ_MONEY)
    public Optional<Reservation> find(AccountId account, ReservationId id) {
        return Optional.ofNullable(db.find(ReservationEntity.class, new LedgerKey(account, id)))
                .map(ReservationEntity::asReservation);
    }

    /** Which of the reservations there are, open or not. */
    @Guarded(Need.READ_MONEY)
    public Set<ReservationId> existing(Map<ReservationId, AccountId> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        return db.createQuery(
                        "SELECT r.key.id FROM ReservationEntity r WHERE r.key.account IN :accounts AND r.key.id IN :ids",
                        String.class)
                .setParameter(
                        "accounts",
                        asked.values().stream().map(AccountId::value).distinct().toList())
                .setParameter(
                        "ids", asked.keySet().stream().map(ReservationId::value).toList())
                .getResultStream()
                .map(ReservationId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a local day's traffic has cost, and what is set aside for it. */
    @Guarded(Need.READ_MONEY)
    public DailySpend spent(AccountId account, LocalDate day) {
        SpentTodayEntity known = db.find(SpentTodayEntity.class, new DayKey(account, day));
        return known == null ? DailySpend.NOTHING : known.spend();
    }

    /** Open ones that nobody renewed in time, of all customers, the oldest first: for the sweep, which knows what they were for. */
    public List<Reservation> overdue(Instant now, int most) {
        return db.createQuery(
                        "SELECT r FROM ReservationEntity r WHERE r.state = :open AND r.expiresAt < :now"
                                + " ORDER BY r.expiresAt",
                        ReservationEntity.class)
                .setParameter("open", Reservation.State.OPEN)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(ReservationEntity::asReservation)
                .toList();
    }

    /** How much to set aside: at least the one, if possible the other. */
    public record Range(Money least, Money wanted) {
        public Range {
            if (least.isNegative() || wanted.compareTo(least) < 0) {
                throw new IllegalArgumentException("from " + least + " to " + wanted);
            }
        }

        public static Range exactly(Money amount) {
            return new Range(amount, amount);
        }
    }
}
