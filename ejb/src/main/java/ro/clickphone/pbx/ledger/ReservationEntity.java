package ro.clickphone.pbx.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.kernel.Money;

@Entity
@Table(name = "reservation")
class ReservationEntity {
    @EmbeddedId
    private LedgerKey key;

    @Enumerated(EnumType.STRING)
    private Reservation.State state;

    private long held;
    private long charged;
    private int slices;

    @Column(name = "spent_on")
    private LocalDate spentOn;

    @Column(name = "opened_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant openedAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    protected ReservationEntity() {}

    ReservationEntity(AccountId account, ReservationId id, LocalDate spentOn, Instant now) {
        this.key = new LedgerKey(account, id);
        this.state = Reservation.State.OPEN;
        this.spentOn = spentOn;
        this.openedAt = now;
        this.expiresAt = now;
    }

    boolean isOpen() {
        return state == Reservation.State.OPEN;
    }

    Money held() {
        return new Money(held);
    }

    LocalDate spentOn() {
        return spentOn;
    }

    int slices() {
        return slices;
    }

    /** @return the number of the slice, from 1 */
    int add(Money slice, Instant until) {
        held = Math.addExact(held, slice.micros());
        expiresAt = until;
        return ++slices;
    }

    void post(Money price) {
        state = Reservation.State.POSTED;
        held = 0;
        charged = price.micros();
    }

    void release() {
        state = Reservation.State.RELEASED;
        held = 0;
    }

    Reservation asReservation() {
        return new Reservation(
                key.account(),
                new ReservationId(key.id()),
                state,
                held(),
                new Money(charged),
                spentOn,
                openedAt,
                expiresAt);
    }
}
