package ro.clickphone.pbx.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.OpenAdvance;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.tax.VatRate;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * What was rendered in a month and paid from advances, the oldest advance first. As much of an advance is taken back as the
 * services cost with their own VAT, so that both together are zero to pay. Pure.
 */
record Rendered(List<Part> parts) {
    private static final int CENTS = 2;

    /**
     * Services that one advance pays.
     *
     * @param services at the rate in force when they were rendered
     * @param takenBack of the advance, at the rate at which it was declared; the same with VAT
     */
    record Part(Invoice advance, VatSplit services, VatSplit takenBack) {
        /** What the advance loses more than the services cost: what a higher VAT costs, or less than nothing. */
        BigDecimal vatDifference() {
            return takenBack.net().subtract(services.net());
        }
    }

    /**
     * @param walletAtEnd what the customer had when the month ended. What is there is taken for the advance: other credit
     *     is spent before it
     */
    static Rendered of(List<OpenAdvance> advances, Money walletAtEnd, VatRate rate) {
        BigDecimal wallet =
                walletAtEnd.toEuro().setScale(CENTS, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
        BigDecimal spent = advances.stream()
                .map(OpenAdvance::netAtEnd)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(wallet);
        List<Part> parts = new ArrayList<>();
        for (OpenAdvance advance : advances) {
            if (spent.signum() <= 0) {
                break;
            }
            Part part = part(advance, spent, rate);
            parts.add(part);
            spent = spent.subtract(part.services().net());
        }
        return new Rendered(List.copyOf(parts));
    }

    private static Part part(OpenAdvance advance, BigDecimal spent, VatRate rate) {
        VatSplit left = advance.left();
        VatSplit wanted = VatSplit.ofNet(spent, rate);
        VatRate declared = new VatRate(advance.invoice().issuedOn(), left.percent());
        if (wanted.gross().compareTo(left.gross()) < 0) {
            return new Part(advance.invoice(), wanted, VatSplit.ofGross(wanted.gross(), declared));
        }
        boolean sameRate = left.percent().compareTo(rate.percent()) == 0;
        return new Part(advance.invoice(), sameRate ? left : VatSplit.ofGross(left.gross(), rate), left);
    }
}
