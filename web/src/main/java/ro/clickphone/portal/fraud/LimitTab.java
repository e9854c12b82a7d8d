package ro.clickphone.portal.fraud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import ro.clickphone.pbx.fraud.FraudService;
import ro.clickphone.pbx.fraud.FraudSettings;
import ro.clickphone.pbx.fraud.Pin;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.DailySpend;
import ro.clickphone.pbx.ledger.ReservationService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** How much a day, and how much a minute (items 170 to 176); what of it is spent. */
@Named
@RequestScoped
public class LimitTab {
    private static final int WHOLE = 100;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private FraudService fraud;

    @Inject
    private ReservationService reservations;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private FraudSettings settings;
    private DailySpend spent;
    private String limit;
    private String cap;
    private String pin = "";

    public String save() {
        try {
            fraud.setLimits(me.id(), new Pin(pin), amount("limit", limit), amount("cap", cap));
            refusals.done("fraud.limit.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "limits");
        }
        settings = null;
        return null;
    }

    /** Comma or point, at most four decimals; empty for none. */
    private static Optional<Money> amount(String field, String written) {
        String text = written == null ? "" : written.strip().replace(',', '.');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,4})?")) {
            throw new Refusal("fraud.amount", field);
        }
        return Optional.of(Money.ofEuro(new BigDecimal(text)));
    }

    private FraudSettings settings() {
        if (settings == null) {
            settings = fraud.settings(me.id());
        }
        return settings;
    }

    private DailySpend spent() {
        if (spent == null) {
            spent = reservations.spent(me.id(), LocalDate.now(clock.withZone(me.zone())));
        }
        return spent;
    }

    public boolean isLimited() {
        return settings().dailyLimit().isPresent();
    }

    public String getSpent() {
        return euro(spent().total());
    }

    public String getMost() {
        return settings().dailyLimit().map(this::euro).orElse("");
    }

    /** From 0 to 100; a limit of nothing is used up. */
    public int getPercent() {
        long most = settings().dailyLimit().map(Money::micros).orElse(0L);
        return most == 0 ? WHOLE : (int) Math.min(WHOLE, spent().total().micros() * WHOLE / most);
    }

    public String getTone() {
        int percent = getPercent();
        return percent >= WHOLE ? "bad" : percent >= 80 ? "warn" : "good";
    }

    private String euro(Money amount) {
        NumberFormat format = NumberFormat.getNumberInstance(language.getLocale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(4);
        return format.format(amount.toEuro()) + " €";
    }

    private String written(Optional<Money> amount) {
        return amount.map(money -> money.toEuro().stripTrailingZeros())
                .map(euro -> euro.setScale(Math.max(2, euro.scale())).toPlainString())
                .map(text -> language.getLocale().equals(Locale.ENGLISH) ? text : text.replace('.', ','))
                .orElse("");
    }

    public String getLimit() {
        return limit == null ? written(settings().dailyLimit()) : limit;
    }

    public void setLimit(String limit) {
        this.limit = limit == null ? "" : limit;
    }

    public String getCap() {
        return cap == null ? written(settings().priceCap()) : cap;
    }

    public void setCap(String cap) {
        this.cap = cap == null ? "" : cap;
    }

    public String getPin() {
        return "";
    }

    public void setPin(String pin) {
        this.pin = pin == null ? "" : pin;
    }
}
