package ro.clickphone.pbx.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ro.clickphone.pbx.card.CardTill;
import ro.clickphone.pbx.invoice.InvoiceDesk;

/**
 * Decides a correction, and gives the money of a card payment back. The payment service is spoken to after the books are
 * closed and outside of any transaction, once: whatever becomes of that, no credit is left behind that was paid back.
 */
@ApplicationScoped
public class Refunds {
    @Inject
    private CorrectionDesk desk;

    @Inject
    private InvoiceDesk invoices;

    @Inject
    private CardTill till;

    /** @throws ro.clickphone.pbx.kernel.Refusal as {@link CorrectionDesk#approve} */
    public Correction approve(long id) {
        Correction done = desk.approve(id);
        if (done.moneyBack() != MoneyBack.UNSURE) {
            return done;
        }
        return desk.goesBack(
                id,
                switch (till.giveBack(
                        done.account(), invoices.find(done.refunds().orElseThrow()), done.amount())) {
                    case TAKEN -> MoneyBack.TO_CARD;
                    case NOT_TAKEN -> MoneyBack.BY_HAND;
                    case UNKNOWN -> MoneyBack.UNSURE;
                });
    }
}
