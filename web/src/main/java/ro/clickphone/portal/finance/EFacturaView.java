package ro.clickphone.portal.finance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.efactura.Courier;
import ro.clickphone.pbx.efactura.EFacturaDesk;
import ro.clickphone.pbx.efactura.SendState;
import ro.clickphone.pbx.efactura.Sending;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** RO e-Factura: what is on its way, what was refused and why, what is about to be late, and the sealed answers. */
@Named
@ViewScoped
public class EFacturaView implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The tabs, and what is in each. */
    private static final Map<String, Set<SendState>> TABS = Map.of(
            "way",
            EnumSet.of(SendState.WAITING, SendState.SENDING, SendState.UNSURE, SendState.SENT),
            "refused",
            EnumSet.of(SendState.REFUSED, SendState.STUCK),
            "accepted",
            EnumSet.of(SendState.ACCEPTED));

    private static final List<String> ORDER = List.of("way", "refused", "accepted");

    @Inject
    private EFacturaDesk desk;

    @Inject
    private Courier courier;

    @Inject
    private TaxTables tax;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private String tab = "way";
    private transient LazyDataModel<Sending> rows;
    private transient Map<SendState, Long> counts;

    public LazyDataModel<Sending> getRows() {
        if (rows == null) {
            rows = new Rows<>(page -> desk.list(TABS.get(tab), page), sending -> sending.number()
                    .value());
        }
        return rows;
    }

    public void again(Sending sending) {
        try {
            desk.again(sending.number());
            refusals.done("efactura.again.done", sending.printed());
        } catch (Refusal refusal) {
            refusals.show(refusal, "documents");
        }
        rows = null;
        counts = null;
    }

    public List<String> getTabs() {
        return ORDER;
    }

    public long count(String of) {
        if (counts == null) {
            counts = desk.counts();
        }
        return TABS.get(of).stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    public long getUrgent() {
        return desk.urgent();
    }

    public boolean isConfigured() {
        return courier.isConfigured();
    }

    public String getTrouble() {
        return courier.trouble();
    }

    public boolean urgent(Sending sending) {
        return sending.isUrgent(tax.today());
    }

    public boolean mayGoAgain(Sending sending) {
        return sending.state() == SendState.REFUSED || sending.state() == SendState.STUCK;
    }

    public String deadline(Sending sending) {
        return Moments.date(sending.deadline(), language.getLocale());
    }

    public String issued(Sending sending) {
        return Moments.date(sending.issuedOn(), language.getLocale());
    }

    public String answered(Sending sending) {
        return sending.answeredAt()
                .map(at -> Moments.moment(at, me.zone(), language.getLocale()))
                .orElse("");
    }

    public String file(Sending sending) {
        return sending.printed().split("/", 2)[0];
    }

    public String getTab() {
        return tab;
    }

    public void setTab(String tab) {
        this.tab = TABS.containsKey(String.valueOf(tab)) ? tab : "way";
    }
}
