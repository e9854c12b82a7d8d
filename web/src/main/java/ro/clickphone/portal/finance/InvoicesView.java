package ro.clickphone.portal.finance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceDesk;
import ro.clickphone.pbx.invoice.InvoiceFilter;
import ro.clickphone.pbx.invoice.InvoiceSort;
import ro.clickphone.pbx.invoice.Reported;
import ro.clickphone.pbx.invoice.VatSum;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.portal.format.Prices;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Rows;
import ro.clickphone.portal.layout.TableFile;

/** Invoices of a month by state, with the sums of the VAT journal; as CSV and XLSX for the accountants. */
@Named
@ViewScoped
public class InvoicesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int YEARS_BACK = 10;

    @Inject
    private InvoiceDesk desk;

    @Inject
    private TaxTables tax;

    @Inject
    private Language language;

    private int year;
    private int month;
    private String text = "";
    private String state = "";
    private transient LazyDataModel<Invoice> rows;
    private transient List<VatSum> sums;

    /** After the address has been read: what it does not say, or says wrongly, is this month. */
    public void begin() {
        LocalDate today = tax.today();
        year = year < today.getYear() - YEARS_BACK || year > today.getYear() + 1 ? today.getYear() : year;
        month = month < 1 || month > 12 ? today.getMonthValue() : month;
        text = text == null ? "" : text.substring(0, Math.min(64, text.length()));
    }

    private InvoiceFilter filter() {
        begin(); // an address of which one word cannot be read is not begun by the page
        YearMonth of = YearMonth.of(year, month);
        InvoiceFilter all =
                InvoiceFilter.between(of.atDay(1), of.atEndOfMonth()).withText(text);
        return List.of(Reported.values()).stream()
                .filter(known -> known.name().equals(state))
                .findFirst()
                .map(all::only)
                .orElse(all);
    }

    public LazyDataModel<Invoice> getRows() {
        if (rows == null) {
            rows = new Rows<>(page -> desk.list(filter(), InvoiceSort.NEWEST_FIRST, page), invoice -> invoice.number()
                    .value());
        }
        return rows;
    }

    public List<VatSum> getSums() {
        if (sums == null) {
            sums = desk.sums(filter());
        }
        return sums;
    }

    public String search() {
        return "/finance/invoices?faces-redirect=true&includeViewParams=true";
    }

    public void exportCsv() throws IOException {
        export(TableFile.Kind.CSV);
    }

    public void exportXlsx() throws IOException {
        export(TableFile.Kind.XLSX);
    }

    private void export(TableFile.Kind kind) throws IOException {
        TableFile.send(
                kind,
                "jurnal-tva-%d-%02d".formatted(year, month),
                "Jurnal TVA %d-%02d".formatted(year, month),
                this::write);
    }

    private void write(TableFile.Sink sink) throws IOException {
        sink.line(JournalColumns.NAMES);
        Page<Invoice> page;
        int offset = 0;
        do {
            page = desk.list(filter(), InvoiceSort.OLDEST_FIRST, new PageRequest(offset, PageRequest.MOST_SIZE));
            for (Invoice invoice : page.items()) {
                sink.line(JournalColumns.of(invoice));
            }
            offset += PageRequest.MOST_SIZE;
        } while (offset < page.total());
    }

    public String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    public String euro(BigDecimal amount) {
        return Prices.euro(amount, language.getLocale());
    }

    public String lei(BigDecimal amount) {
        return Prices.lei(amount, language.getLocale());
    }

    public String file(Invoice invoice) {
        return invoice.printed().split("/", 2)[0];
    }

    public List<Reported> getStates() {
        return List.of(Reported.values());
    }

    /** Names of the months to their numbers, in the order of the year. */
    public Map<String, Integer> getMonths() {
        Map<String, Integer> months = new LinkedHashMap<>();
        for (Month of : Month.values()) {
            months.put(of.getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale()), of.getValue());
        }
        return months;
    }

    public List<Integer> getYears() {
        int now = tax.today().getYear();
        return IntStream.rangeClosed(0, YEARS_BACK).mapToObj(back -> now - back).toList();
    }

    public int getYear() {
        return year;
    }

    public void setYear(int year) {
        this.year = year;
    }

    public int getMonth() {
        return month;
    }

    public void setMonth(int month) {
        this.month = month;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }
}
