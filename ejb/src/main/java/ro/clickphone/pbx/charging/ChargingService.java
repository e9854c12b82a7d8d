package ro.clickphone.pbx.charging;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.call.CallPrice;
import ro.clickphone.pbx.call.EndedCall;
import ro.clickphone.pbx.catalogue.IncludedMinutes;
import ro.clickphone.pbx.fraud.FraudService;
import ro.clickphone.pbx.fraud.FraudSettings;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.Grant;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.ReservationId;
import ro.clickphone.pbx.ledger.ReservationService;
import ro.clickphone.pbx.ledger.SpendCap;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.rating.Increments;
import ro.clickphone.pbx.rating.RateService;

/** The money of a call, each step a transaction under the lock of the account's wallet: set aside, more of it, settled. */
@Stateless
@Guarded(Need.FINANCE)
public class ChargingService {
    /** So much talk is set aside at a time. */
    private static final int SLICE_SECONDS = 60;
    /** Nobody renews or settles a reservation for so long: its call is forgotten. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    @Inject
    private LedgerService ledger;

    @Inject
    private ReservationService reservations;

    @Inject
    private IncludedMinutes minutes;

    @Inject
    private FraudService fraud;

    @Inject
    private RateService rates;

    @Inject
    private AccountService accounts;

    @Inject
    private Clock clock;

    /** Sets the first slice aside. @param parallel paid calls of the account, this one too */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Admission.Reason> begin(AccountId account, Meter meter, int parallel) {
        Balance balance = ledger.hold(account);
        FraudSettings settings = fraud.settings(account);
        if (settings.priceCap()
                .filter(most -> meter.tariff().perMinute().compareTo(most) > 0)
                .isPresent()) {
            return Optional.of(Admission.Reason.TOO_DEAR);
        }
        Optional<Admission.Reason> refusal = more(account, meter, parallel, balance, settings);
        return meter.covered() > 0 ? Optional.empty() : refusal.or(() -> Optional.of(Admission.Reason.NO_CREDIT));
    }

    /** Sets the next slice aside, or what is left for it. @return why it could not be all */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Admission.Reason> extend(AccountId account, Meter meter, int parallel) {
        Balance balance = ledger.hold(account);
        return more(account, meter, parallel, balance, fraud.settings(account));
    }

    /** Those of the ended calls that money was set aside for, or that went to the public network; the others cost nothing. */
    public Set<CallId> toSettle(List<EndedCall> calls) {
        Map<ReservationId, AccountId> inside = new HashMap<>();
        Set<CallId> found = new HashSet<>();
        for (EndedCall call : calls) {
            if (PaidTalk.isOutside(call.record())) {
                found.add(call.record().id());
            } else {
                inside.put(reservation(call.record().id()), call.account());
            }
        }
        reservations.existing(inside).forEach(id -> callOf(id).ifPresent(found::add));
        return found;
    }

    /** The price of an ended call: what was used is posted, the rest given back; nothing for a call that nobody answered. */
    public CallPrice settle(AccountId account, CallRecord record) {
        List<PaidTalk> talks = PaidTalk.of(record);
        ReservationId id = reservation(record.id());
        ledger.hold(account);
        minutes.giveBack(account, record.id());
        Bill bill = bill(account, record, talks);
        if (bill.price().amount().isPositive()) {
            reservations.post(
                    account,
                    id,
                    bill.price().amount(),
                    Book.CALLS,
                    LocalDate.ofInstant(
                            record.arrival().at(), accounts.find(account).timeZone()),
                    Wording.of("ledger.call", bill.number(), bill.price().destination())
                            .explained(bill.price().arithmetic()));
        } else {
            reservations.release(account, id);
        }
        return bill.price();
    }

    /** What was set aside for a call goes back: it is not placed after all. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void withdraw(AccountId account, CallId call) {
        ledger.hold(account);
        forget(account, reservation(call));
    }

    /** What a call had set aside goes back: its record never came. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void forget(AccountId account, ReservationId reservation) {
        reservations.release(account, reservation);
        callOf(reservation).ifPresent(call -> minutes.giveBack(account, call));
    }

    private Bill bill(AccountId account, CallRecord record, List<PaidTalk> talks) {
        Bill bill = Bill.NOTHING;
        Instant startedAt = record.arrival().at();
        for (PaidTalk talk : talks) {
            var tariff = rates.tariff(talk.number(), startedAt);
            if (tariff.isPresent()) {
                int included = bill.isEmpty() && !tariff.get().isFree()
                        ? minutes.take(
                                account, record.id(), tariff.get().numberClass(), startedAt, (int) talk.seconds())
                        : 0;
                bill = bill.plus(talk.number(), tariff.get(), tariff.get().price(talk.seconds(), included));
            }
        }
        return bill;
    }

    private Optional<Admission.Reason> more(
            AccountId account, Meter meter, int parallel, Balance balance, FraudSettings settings) {
        Instant now = clock.instant();
        Increments steps = meter.tariff().increments();
        long wanted = meter.covered() + Math.max(SLICE_SECONDS, steps.next());
        Optional<NumberClass> ownMinutes = meter.numberClass().filter(any -> meter.isFirst());
        if (ownMinutes.isPresent() && meter.included() < wanted) {
            int more = (int) (wanted - meter.included());
            meter.include(minutes.take(account, meter.call, ownMinutes.get(), meter.startedAt, more));
        }
        Money missing = missing(meter, wanted, now);
        Money least = missing(meter, meter.covered() + 1, now);
        SpendCap cap = missing.isPositive()
                ? new SpendCap(LocalDate.ofInstant(meter.startedAt, meter.zone), settings.dailyLimit())
                : SpendCap.none(LocalDate.ofInstant(meter.startedAt, meter.zone));
        Money share = share(account, missing, balance, cap, parallel);
        Grant grant = reservations.reserve(
                account,
                reservation(meter.call),
                new ReservationService.Range(least, share.compareTo(least) > 0 ? share : least),
                cap,
                now.plusSeconds(wanted).plus(FORGOTTEN));
        if (grant instanceof Grant.Granted granted) {
            meter.hold(granted.amount());
            long covered = meter.affordable(wanted, now);
            meter.cover(covered, covered < wanted);
            return Optional.empty();
        }
        meter.cover(meter.affordable(wanted, now), true);
        return Optional.of(
                grant instanceof Grant.OverLimit ? Admission.Reason.DAILY_LIMIT : Admission.Reason.NO_CREDIT);
    }

    /** Near the end of the money, parallel calls share what is left; none takes it all while the others still talk. */
    private Money share(AccountId account, Money missing, Balance balance, SpendCap cap, int parallel) {
        Money room = cap.limit()
                .map(most -> most.minus(reservations.spent(account, cap.day()).total()))
                .map(left -> Money.least(left, balance.available()))
                .orElse(balance.available());
        boolean enoughForAll = missing.micros() <= room.micros() / parallel;
        return enoughForAll ? missing : new Money(Math.max(0, room.micros() / parallel));
    }

    private static Money missing(Meter meter, long seconds, Instant now) {
        Money price = meter.price(seconds, now);
        return price.compareTo(meter.held()) > 0 ? price.minus(meter.held()) : Money.ZERO;
    }

    private static ReservationId reservation(CallId call) {
        return new ReservationId("call:" + call);
    }

    private static Optional<CallId> callOf(ReservationId reservation) {
        return reservation.value().startsWith("call:")
                ? Optional.of(CallId.parse(reservation.value().substring("call:".length())))
                : Optional.empty();
    }
}
