package ro.clickphone.portal.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** What stands on the customer's invoices. */
@Named
@RequestScoped
public class BillingView {
    @Inject
    private Me me;

    @Inject
    private BillingService billing;

    @Inject
    private Refusals refusals;

    private PartyForm form;

    public PartyForm getForm() {
        if (form == null) {
            form = billing.customer(me.id()).map(PartyForm::of).orElseGet(PartyForm::new);
        }
        return form;
    }

    public String save() {
        try {
            billing.save(me.id(), getForm().asParty());
            refusals.done("billing.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "billing");
        }
        return null;
    }
}
