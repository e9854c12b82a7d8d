package ro.clickphone.pbx.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.TransferKind;
import ro.clickphone.pbx.ledger.WalletChanged;

/** More credit pays what is owed, in the same transaction; less of it is told once when it crosses the limit. */
@ApplicationScoped
class CreditWatch {
    /** Below it a customer is warned, whatever the fees. */
    private static final Money WARNING = Money.ofCents(200);

    @Inject
    private FeeDesk fees;

    @Inject
    private CatalogueService catalogue;

    @Inject
    private DunningMails mails;

    void changed(@Observes WalletChanged event) {
        if (event.after().total().compareTo(event.before().total()) > 0) {
            fees.settle(event.account());
        } else if (event.kind() != TransferKind.RELEASE) {
            warn(event);
        }
    }

    /** Crossing is from above to below, so a top-up arms it again by itself. */
    private void warn(WalletChanged event) {
        Money needed = needed(event);
        if (event.before().total().compareTo(needed) >= 0
                && event.after().total().compareTo(needed) < 0) {
            mails.low(event.account(), event.after().total(), needed);
        }
    }

    private Money needed(WalletChanged event) {
        Money fees = catalogue.nextFees(event.account());
        return fees.compareTo(WARNING) > 0 ? fees : WARNING;
    }
}
