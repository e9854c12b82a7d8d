package ro.clickphone.pbx.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.TransferKind;
import ro.clickphone.pbx.ledger.WalletChanged;

/** More credit pays what is owed, in the same transaction; too little of it is told once, until a top-up. */
@ApplicationScoped
class CreditWatch {
    /** Below it a customer is warned, whatever the fees. */
    private static final Money WARNING = Money.ofCents(200);

    @Inject
    private FeeDesk fees;

    @Inject
    private CatalogueService catalogue;

    @Inject
    private CreditWarnings warnings;

    @Inject
    private DunningMails mails;

    void changed(@Observes WalletChanged event) {
        if (event.after().total().compareTo(event.before().total()) > 0) {
            rearm(event);
            fees.settle(event.account());
        } else if (event.kind() != TransferKind.RELEASE) {
            warn(event);
        }
    }

    private void rearm(WalletChanged event) {
        if (isEnough(event)) {
            warnings.forget(event.account());
        }
    }

    /** Not by the credit before: a purchase takes from it and needs more of it at once. */
    private void warn(WalletChanged event) {
        if (!isEnough(event) && warnings.note(event.account())) {
            mails.low(event.account(), event.after().total(), needed(event));
        }
    }

    private boolean isEnough(WalletChanged event) {
        return event.after().total().compareTo(needed(event)) >= 0;
    }

    private Money needed(WalletChanged event) {
        Money next = catalogue.nextFees(event.account());
        return next.compareTo(WARNING) > 0 ? next : WARNING;
    }
}
