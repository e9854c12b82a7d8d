package ro.clickphone.pbx.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;

/** One account's ledger in the hand of one transaction: the wallet's lock is held until that ends. */
final class Books {
    private final EntityManager db;
    private final WalletEntity wallet;
    private final Balance before;
    private final Instant now;

    private Books(EntityManager db, WalletEntity wallet, Instant now) {
        this.db = db;
        this.wallet = wallet;
        this.before = wallet.balance();
        this.now = now;
    }

    /** Waits for the account's wallet; its first use makes it. */
    static Books open(EntityManager db, AccountId account, Instant now) {
        WalletEntity wallet = locked(db, account);
        return new Books(db, wallet == null ? first(db, account) : wallet, now);
    }

    /**
     * One at a time, by the lock of the account: those who wait for a row that another is making, and may give up, hold a
     * share of its place each when he is done, and then wait for each other.
     */
    private static WalletEntity first(EntityManager db, AccountId account) {
        var unused = db.createNativeQuery("SELECT account_id FROM account WHERE account_id = ?1 FOR UPDATE")
                .setParameter(1, account.value())
                .getResultList();
        WalletEntity made = locked(db, account);
        if (made != null) {
            return made;
        }
        db.createNativeQuery("INSERT INTO wallet (account_id, available, reserved, transfers, opened_at)"
                        + " VALUES (?1, 0, 0, 0, UTC_TIMESTAMP(6))")
                .setParameter(1, account.value())
                .executeUpdate();
        return locked(db, account);
    }

    /** Waits for all these wallets; those that are not there yet are made by their first use. */
    static void hold(EntityManager db, Collection<AccountId> accounts) {
        db.createQuery(
                        "SELECT w FROM WalletEntity w WHERE w.account IN :accounts ORDER BY w.account",
                        WalletEntity.class)
                .setParameter(
                        "accounts", accounts.stream().map(AccountId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static WalletEntity locked(EntityManager db, AccountId account) {
        return db.find(WalletEntity.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    Balance before() {
        return before;
    }

    Balance balance() {
        return wallet.balance();
    }

    /** The transfer of that name, if it was made already. @throws Refusal {@code ledger.otherTransfer} when it is not the same one */
    Optional<TransferEntity> made(TransferId id, TransferKind kind, Money forCustomer) {
        TransferEntity known = db.find(TransferEntity.class, new LedgerKey(wallet.account(), id));
        if (known != null && !known.is(kind, forCustomer)) {
            throw new Refusal("ledger.otherTransfer", "", id);
        }
        return Optional.ofNullable(known);
    }

    TransferEntity write(Transfer transfer) {
        return write(transfer, "");
    }

    TransferEntity write(Transfer transfer, String reservation) {
        TransferEntity written = new TransferEntity(wallet, transfer, reservation, now);
        db.persist(written);
        return written;
    }

    Optional<ReservationEntity> reservation(ReservationId id) {
        return Optional.ofNullable(db.find(ReservationEntity.class, new LedgerKey(wallet.account(), id)));
    }

    ReservationEntity openReservation(ReservationId id, LocalDate day) {
        ReservationEntity opened = new ReservationEntity(wallet.account(), id, day, now);
        db.persist(opened);
        return opened;
    }

    SpentTodayEntity spentOn(LocalDate day) {
        DayKey key = new DayKey(wallet.account(), day);
        SpentTodayEntity known = db.find(SpentTodayEntity.class, key);
        if (known == null) {
            known = new SpentTodayEntity(key);
            db.persist(known);
        }
        return known;
    }
}
