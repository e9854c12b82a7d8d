package ro.clickphone.portal.rates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.rating.PricedDestination;
import ro.clickphone.pbx.rating.RateService;
import ro.clickphone.pbx.rating.Tariff;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.wallet.Amounts;

/** Tarife: search by a number or by a country; what is looked for stands in the address. */
@Named
@RequestScoped
public class RatesView {
    private static final int MOST_ROWS = 60;
    private static final int PREFIXES_SHOWN = 6;
    private static final int LONGEST = 60;

    @Inject
    private RateService rates;

    @Inject
    private Language language;

    private String text = "";
    private List<PricedDestination> rows;

    /** A number gives its one price; words all destinations that have them. */
    public List<PricedDestination> getRows() {
        if (rows == null) {
            rows = isNumber() ? ofNumber() : rates.search(text.isBlank() ? "românia" : text, MOST_ROWS);
        }
        return rows;
    }

    private boolean isNumber() {
        return text.matches("[+0-9 ().-]*[0-9][+0-9 ().-]*");
    }

    private List<PricedDestination> ofNumber() {
        return rates.lookUp(text)
                .map(tariff -> new PricedDestination(tariff, List.of(tariff.prefix())))
                .map(List::of)
                .orElse(List.of());
    }

    /** {@code +40, +407}, and how many more. */
    public String prefixes(PricedDestination row) {
        String some = String.join(
                ", ",
                row.prefixes().stream()
                        .limit(PREFIXES_SHOWN)
                        .map(prefix -> "+" + prefix)
                        .toList());
        int more = row.prefixes().size() - PREFIXES_SHOWN;
        return more > 0 ? some + " +" + more : some;
    }

    public String money(Money amount) {
        return Amounts.fourDecimals(amount, language.getLocale());
    }

    /** In which steps it is counted: {@code 60/1 s}. */
    public String steps(Tariff tariff) {
        return tariff.increments().first() + "/" + tariff.increments().next() + " s";
    }

    public String getText() {
        return text;
    }

    public void setText(String wanted) {
        text = wanted == null
                ? ""
                : wanted.strip().substring(0, Math.min(LONGEST, wanted.strip().length()));
    }
}
