package ro.clickphone.portal.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.FeeDesk;
import ro.clickphone.pbx.catalogue.Subscription;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** The credit in the frame of every page, and what the customer must know of it before the exchange acts on it. */
@Named
@RequestScoped
public class CustomerCredit {
    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private LedgerService ledger;

    @Inject
    private CatalogueService catalogue;

    @Inject
    private Refusals words;

    private Money available;
    private Standing standing;

    public String getAvailable() {
        return text(available());
    }

    public boolean isLow() {
        return !(standing() instanceof Standing.Fine);
    }

    /** Whether services are already cut, and not only about to be. */
    public boolean isUrgent() {
        return standing() instanceof Standing.Owed || standing() instanceof Standing.Suspended;
    }

    /** One sentence: how it stands and what helps; empty when all is well. */
    public String getWarning() {
        Standing how = standing();
        if (how instanceof Standing.Suspended suspended) {
            return words.text("credit.suspended", List.of(suspended.product(), text(suspended.missing())));
        }
        if (how instanceof Standing.Owed owed) {
            return words.text(
                    "credit.owed",
                    List.of(owed.product(), Moments.date(owed.until(), language.getLocale()), text(owed.missing())));
        }
        if (how instanceof Standing.Low low) {
            return words.text(
                    low.fees().isPositive() ? "credit.low.fees" : "credit.low",
                    List.of(text(available()), text(low.needed())));
        }
        return "";
    }

    private Standing standing() {
        if (standing == null) {
            List<Subscription> all = catalogue.subscriptions(me.id());
            standing = Standing.of(
                    available(), all, catalogue.owed(me.id()), catalogue.nextFees(me.id()), FeeDesk.GRACE_DAYS);
        }
        return standing;
    }

    private Money available() {
        if (available == null) {
            available = ledger.balance(me.id()).available();
        }
        return available;
    }

    private String text(Money amount) {
        return Amounts.cents(amount, language.getLocale());
    }
}
