package ro.clickphone.portal.finance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.card.CardBook;
import ro.clickphone.pbx.card.CardPayment;
import ro.clickphone.pbx.card.CardState;
import ro.clickphone.pbx.card.CardTill;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** Card payments of all customers, by how they stand. */
@Named
@ViewScoped
public class CardsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<CardState> ORDER = List.of(
            CardState.PAID,
            CardState.CONTESTED,
            CardState.WRONG,
            CardState.RETURNED,
            CardState.OPEN,
            CardState.REFUSED);

    @Inject
    private CardBook book;

    @Inject
    private CardTill till;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private CardState state = CardState.PAID;
    private transient LazyDataModel<CardPayment> rows;
    private transient Map<CardState, Long> counts;

    public LazyDataModel<CardPayment> getRows() {
        if (rows == null) {
            rows = new Rows<>(page -> book.list(state, page), CardPayment::id);
        }
        return rows;
    }

    public List<CardState> getStates() {
        return ORDER;
    }

    public long count(CardState of) {
        if (counts == null) {
            counts = new EnumMap<>(CardState.class);
            ORDER.forEach(each -> counts.put(each, book.count(each)));
        }
        return counts.get(of);
    }

    /** Whether any payment service is set up. */
    public boolean isConfigured() {
        return !till.ways().isEmpty();
    }

    /** Whether somebody has to put the books right, and here is who may. */
    public boolean mayLookAt(CardPayment payment) {
        return payment.state() == CardState.CONTESTED && !me.isReadOnly();
    }

    public void lookedAt(CardPayment payment) {
        try {
            book.lookedAt(payment.account(), payment.id());
            refusals.done("cards.lookedAt.done");
        } catch (Refusal refusal) {
            refusals.show(refusal, "cards");
        }
        rows = null;
        counts = null;
    }

    public String moment(CardPayment payment) {
        return Moments.moment(payment.createdAt(), me.zone(), language.getLocale());
    }

    public String amount(CardPayment payment) {
        return Prices.lei(payment.amount(), language.getLocale());
    }

    /** What was asked back of it; empty when nothing was. */
    public String askedBack(CardPayment payment) {
        return payment.askedBack().signum() == 0 ? "" : Prices.lei(payment.askedBack(), language.getLocale());
    }

    public String invoice(CardPayment payment) {
        return payment.invoice().orElse("");
    }

    public String file(CardPayment payment) {
        return invoice(payment).split("/", 2)[0];
    }

    public CardState getState() {
        return state;
    }

    public void setState(CardState state) {
        this.state = state == null ? CardState.PAID : state;
    }
}
