package ro.clickphone.portal.call;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.call.CallTotals;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.TableFile;
import ro.clickphone.portal.wallet.Amounts;

/** What both call reports have in common: month, time zone, search, table, sums, file, and one call in detail. */
public abstract class CallReport implements Serializable {
    private static final long serialVersionUID = 1L;
    /** As long as call records are kept. */
    private static final int YEARS_BACK = 3;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    @Inject
    private CallDetailService calls;

    private final ReportFilter filter = new ReportFilter();
    private transient LazyDataModel<CallDetail> rows;
    private transient CallTotals totals;
    private CallId chosen;

    /** Which calls, for the sums. */
    abstract Set<Direction> directions();

    /** Begins the file's name. */
    abstract String fileStem();

    abstract Page<CallDetail> page(CallDetailService service, CallSort sort, PageRequest page);

    /** The heads of the file's columns, as keys of the bundles. */
    abstract List<String> columns();

    /** Texts and numbers. */
    abstract List<?> cells(CallDetail call);

    /** Now, and again after the address has been read; nonsense in it ends before the second time. */
    @PostConstruct
    public void begin() {
        filter.begin(clock, me.zone());
    }

    public LazyDataModel<CallDetail> getRows() {
        if (rows == null) {
            rows = new CallRows((sort, page) -> page(calls, sort, page));
        }
        return rows;
    }

    public CallTotals getTotals() {
        if (totals == null) {
            totals = calls.totals(me.id(), directions(), filter.asCallFilter());
        }
        return totals;
    }

    /** The same page, with what was chosen in its address. */
    public String search() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId()
                + "?faces-redirect=true&includeViewParams=true";
    }

    public void choose(CallDetail call) {
        chosen = call.id();
    }

    /** Asked for again under the own account: a row of the page is no proof. */
    public CallDetail getChosen() {
        return chosen == null ? null : calls.find(me.id(), chosen);
    }

    /** The way of the chosen call, stop by stop. */
    public List<String> getPath() {
        CallDetail call = getChosen();
        return call == null ? List.of() : CallPath.words(call.path(), language.texts());
    }

    /** The report as a file, oldest call first, all its pages. */
    public void export(TableFile.Kind kind) throws IOException {
        String name = "%s-%d-%02d".formatted(fileStem(), filter.getYear(), filter.getMonth());
        TableFile.send(kind, name, name, this::write);
    }

    private void write(TableFile.Sink file) throws IOException {
        ResourceBundle texts = language.texts();
        file.line(columns().stream().map(texts::getString).toList());
        CallSort oldestFirst = new CallSort(CallSort.Column.STARTED, CallSort.Order.ASCENDING);
        Page<CallDetail> page;
        int offset = 0;
        do {
            page = page(calls, oldestFirst, new PageRequest(offset, PageRequest.MOST_SIZE));
            for (CallDetail call : page.items()) {
                file.line(cells(call));
            }
            offset += PageRequest.MOST_SIZE;
        } while (offset < page.total());
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, filter.zone(), language.getLocale());
    }

    public String duration(Duration duration) {
        return Moments.duration(duration);
    }

    /** With four decimals, as calls are priced. */
    public String money(Money amount) {
        return Amounts.fourDecimals(amount, language.getLocale());
    }

    String text(String key) {
        return language.texts().getString(key);
    }

    Me me() {
        return me;
    }

    public ReportFilter getFilter() {
        return filter;
    }

    /** Names of the months to their numbers, in the order of the year. */
    public Map<String, Integer> getMonths() {
        return Arrays.stream(Month.values())
                .collect(Collectors.toMap(
                        month -> month.getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale()),
                        Month::getValue,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    public List<Integer> getYears() {
        int now = YearMonth.now(clock.withZone(me.zone())).getYear();
        return IntStream.rangeClosed(0, YEARS_BACK).mapToObj(back -> now - back).toList();
    }

    /** Continents' zones and UTC; {@code SystemV} and the like are no places. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC")
                        || id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .toList();
    }
}
