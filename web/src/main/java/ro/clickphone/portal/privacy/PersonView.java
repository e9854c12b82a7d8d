package ro.clickphone.portal.privacy;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.privacy.KeptCall;
import ro.clickphone.pbx.privacy.PersonService;
import ro.clickphone.pbx.privacy.Subject;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Csv;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Somebody asks what is kept of her, or wants to be forgotten. */
@Named
@ViewScoped
public class PersonView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;
    private static final List<String> COLUMNS = List.of("call.date", "call.source", "call.destination", "call.status");

    @Inject
    private Me me;

    @Inject
    private PersonService people;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private String number = "";
    private boolean searched;
    private transient List<KeptCall> found;

    public String search() {
        found();
        return null;
    }

    private List<KeptCall> found() {
        if (found == null) {
            try {
                found = number.isEmpty() ? List.of() : people.calls(me.id(), Subject.of(number));
                searched = !number.isEmpty();
            } catch (Refusal refusal) {
                found = List.of();
                searched = false;
                refusals.show(refusal, "person");
            }
        }
        return found;
    }

    /** The newest ones; the file has all. */
    public List<KeptCall> getCalls() {
        return searched ? found().stream().limit(SHOWN).toList() : List.of();
    }

    public int getCount() {
        return searched ? found().size() : 0;
    }

    public boolean isSearched() {
        return searched;
    }

    public void export() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        List<KeptCall> calls = people.export(me.id(), Subject.of(number));
        external.setResponseContentType("text/csv; charset=UTF-8");
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"person.csv\"");
        external.setResponseCharacterEncoding(StandardCharsets.UTF_8.name());
        try (Writer out = external.getResponseOutputWriter()) {
            Csv file = new Csv(out);
            file.line(COLUMNS.stream().map(language.texts()::getString).toList());
            for (KeptCall call : calls) {
                file.line(Stream.of(
                                call.startedAt().toString(),
                                (call.source() + " " + call.sourceName()).strip(),
                                call.destination(),
                                call.status() + " " + call.talkSeconds())
                        .toList());
            }
        }
        faces.responseComplete();
    }

    public String mask() {
        try {
            int touched = people.mask(me.id(), Subject.of(number));
            refusals.done("privacy.masked", touched);
        } catch (Refusal refusal) {
            refusals.show(refusal, "person");
        }
        found = null;
        searched = false;
        number = "";
        return null;
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number == null ? "" : number.strip();
        found = null;
    }
}
