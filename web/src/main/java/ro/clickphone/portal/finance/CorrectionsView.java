package ro.clickphone.portal.finance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.correction.Correction;
import ro.clickphone.pbx.correction.CorrectionDesk;
import ro.clickphone.pbx.correction.CorrectionState;
import ro.clickphone.pbx.correction.MoneyBack;
import ro.clickphone.pbx.correction.Refunds;
import ro.clickphone.pbx.invoice.InvoiceRules;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** Corrections and refunds that wait for a second person, and what was decided of the others. */
@Named
@ViewScoped
public class CorrectionsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CorrectionDesk desk;

    @Inject
    private Refunds refunds;

    @Inject
    private InvoiceRules rules;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private CorrectionState state = CorrectionState.PROPOSED;
    private transient LazyDataModel<Correction> rows;
    private transient Map<CorrectionState, Long> counts;

    public void approve(Correction correction) {
        try {
            Correction done = refunds.approve(correction.id());
            refusals.done("corrections.approved." + done.moneyBack(), done.document());
        } catch (Refusal refusal) {
            refusals.show(refusal, "corrections");
        }
        refresh();
    }

    public void decline(Correction correction) {
        try {
            desk.decline(correction.id());
            refusals.done("corrections.declined");
        } catch (Refusal refusal) {
            refusals.show(refusal, "corrections");
        }
        refresh();
    }

    /** A person has looked at the payment service's desk, or given the money back there. */
    public void settled(Correction correction) {
        desk.goesBack(correction.id(), MoneyBack.BY_HAND);
        refusals.done("corrections.settled");
        refresh();
    }

    private void refresh() {
        rows = null;
        counts = null;
    }

    public LazyDataModel<Correction> getRows() {
        if (rows == null) {
            rules.prepare();
            rows = new Rows<>(page -> desk.list(state, page), Correction::id);
        }
        return rows;
    }

    public List<CorrectionState> getStates() {
        return List.of(CorrectionState.values());
    }

    public long count(CorrectionState of) {
        if (counts == null) {
            counts = new EnumMap<>(CorrectionState.class);
            getStates().forEach(each -> counts.put(each, desk.count(each)));
        }
        return counts.get(of);
    }

    /** Who proposed it does not see the button that approves it. */
    public boolean mayApprove(Correction correction) {
        return correction.state() == CorrectionState.PROPOSED
                && !correction.proposedBy().equals(Acting.now().name());
    }

    public boolean isUnsure(Correction correction) {
        return correction.moneyBack() == MoneyBack.UNSURE;
    }

    /** With its sign: {@code +5,00 €}; a refund's amount is what goes back. */
    public String amount(Correction correction) {
        String amount = Prices.euro(correction.amount(), language.getLocale());
        return correction.refunds().isEmpty() && correction.amount().signum() > 0 ? "+" + amount : amount;
    }

    public String what(Correction correction) {
        return correction
                .refunds()
                .map(number -> refusals.text("corrections.refund", List.of(number.toString())))
                .orElseGet(() -> refusals.text("corrections.wallet", List.of()));
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    /** When it was decided; empty while it waits. */
    public String decided(Correction correction) {
        return correction.decidedAt().map(this::moment).orElse("");
    }

    /** The credit note without its day: what the file is called. */
    public String file(Correction correction) {
        return correction.document().split("/", 2)[0];
    }

    public CorrectionState getState() {
        return state;
    }

    public void setState(CorrectionState state) {
        this.state = state == null ? CorrectionState.PROPOSED : state;
    }
}
