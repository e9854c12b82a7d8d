package ro.clickphone.portal.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ResourceBundle;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.audit.AuditFilter;
import ro.clickphone.pbx.audit.AuditLine;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** Who did what, from where, before and after. */
@Named
@ViewScoped
public class AuditLogView implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DAYS_BACK = 90;

    @Inject
    private Audit audit;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private LocalDate from;
    private LocalDate until;
    private String text = "";
    private transient LazyDataModel<AuditLine> rows;

    public LazyDataModel<AuditLine> getRows() {
        if (rows == null) {
            rows = new Rows<>(this::page, AuditLine::id);
        }
        return rows;
    }

    private Page<AuditLine> page(PageRequest page) {
        AuditFilter filter = new AuditFilter(
                getFrom().atStartOfDay(me.zone()).toInstant(),
                getUntil().plusDays(1).atStartOfDay(me.zone()).toInstant(),
                text);
        return me.tenant().isPresent() ? audit.list(me.id(), filter, page) : audit.list(filter, page);
    }

    /** Whether lines of several accounts are shown. */
    public boolean isOfAll() {
        return me.tenant().isEmpty();
    }

    /** In words where there are any. */
    public String words(Act act) {
        ResourceBundle texts = language.texts();
        String key = "audit." + act.what();
        return texts.containsKey(key) ? texts.getString(key) : act.what();
    }

    /** As people write it: names of the program's own, days and moments are put into words. */
    public String value(String written) {
        return AuditWords.of(written, language.texts(), language.getLocale(), me.zone());
    }

    /** Who is no person is named in words. */
    public String actor(AuditLine line) {
        return ActorWords.of(line.actor(), language.texts());
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    public LocalDate getFrom() {
        return from == null ? today().minusDays(DAYS_BACK) : from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until == null ? today() : until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(me.zone()));
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }
}
