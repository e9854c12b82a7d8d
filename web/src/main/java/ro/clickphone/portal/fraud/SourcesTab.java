package ro.clickphone.portal.fraud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.fraud.AllowedSource;
import ro.clickphone.pbx.fraud.Countries;
import ro.clickphone.pbx.fraud.Pin;
import ro.clickphone.pbx.fraud.SourceService;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** From where phones may register and people sign in (item 160). */
@Named
@RequestScoped
public class SourcesTab {
    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private SourceService sources;

    @Inject
    private Countries countries;

    @Inject
    private Refusals refusals;

    private String source = "";
    private String note = "";
    private String pin = "";

    public List<AllowedSource> getLines() {
        return sources.allowed(me.id()).lines();
    }

    public String getHere() {
        return Acting.now().address();
    }

    /** In words, in the user's language; empty for private addresses. */
    public String getCountryOfHere() {
        return countries.of(getHere()).map(this::countryName).orElse("");
    }

    public String name(AllowedSource line) {
        return line.isCountry() ? line.text() + " – " + countryName(line.text()) : line.text();
    }

    public String until(AllowedSource line) {
        return line.until()
                .map(moment -> Moments.moment(moment, me.zone(), language.getLocale()))
                .orElse("");
    }

    private String countryName(String code) {
        return new Locale("", code).getDisplayCountry(language.getLocale());
    }

    public String add() {
        return order(() -> sources.add(me.id(), new Pin(pin), AllowedSource.of(source, note)));
    }

    public String remove(AllowedSource line) {
        return order(() -> sources.remove(me.id(), new Pin(pin), line));
    }

    private String order(Runnable change) {
        try {
            change.run();
            source = "";
            note = "";
            refusals.done("fraud.sources.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "sources");
        }
        return null;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source == null ? "" : source;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }

    public String getPin() {
        return "";
    }

    public void setPin(String pin) {
        this.pin = pin == null ? "" : pin;
    }
}
