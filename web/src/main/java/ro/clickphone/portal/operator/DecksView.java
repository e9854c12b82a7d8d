package ro.clickphone.portal.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.primefaces.model.file.UploadedFile;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.rating.Deck;
import ro.clickphone.pbx.rating.DeckChange;
import ro.clickphone.pbx.rating.Import;
import ro.clickphone.pbx.rating.LineError;
import ro.clickphone.pbx.rating.RateService;
import ro.clickphone.pbx.rating.Tariff;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.wallet.Amounts;

/** The operator's price lists: a file is read, what it would change is looked at, and then it is applied or thrown away. */
@Named
@ViewScoped
public class DecksView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RateService rates;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private String name = "";
    private String validFrom = "";
    private List<LineError> errors = List.of();
    private int wrong;
    private Deck shown;
    private DeckChange change;
    private transient List<Deck> decks;
    private transient UploadedFile file;

    /** Reads the chosen file. */
    public void bring() {
        shown = null;
        errors = List.of();
        wrong = 0;
        try {
            Import result = rates.stage(name, day(), content());
            errors = result.errors();
            wrong = result.wrong();
            shown = result.staged().orElse(null);
            change = result.change();
        } catch (Refusal refusal) {
            refusals.show(refusal, "import");
        }
        decks = null;
    }

    /** What a deck of the list changes. */
    public void look(Deck deck) {
        errors = List.of();
        wrong = 0;
        shown = deck;
        change = rates.change(deck.id());
    }

    public void apply() {
        try {
            rates.apply(shown.id());
            refusals.done("decks.applied", shown.name());
            shown = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "preview");
        }
        decks = null;
    }

    public void discard() {
        try {
            rates.discard(shown.id());
            shown = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "preview");
        }
        decks = null;
    }

    public void withdraw(Deck deck) {
        try {
            rates.withdraw(deck.id());
            refusals.done("decks.withdrawn", deck.name());
            shown = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "decks");
        }
        decks = null;
    }

    private byte[] content() {
        if (file == null || file.getSize() == 0) {
            throw new Refusal("rating.file.empty", "file");
        }
        return file.getContent();
    }

    private Optional<LocalDate> day() {
        try {
            return validFrom.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(validFrom));
        } catch (DateTimeParseException e) {
            throw new Refusal("rating.deck.past", "validFrom");
        }
    }

    public List<Deck> getDecks() {
        if (decks == null) {
            decks = rates.decks();
        }
        return decks;
    }

    /** Of a deck: staged, planned, in force, or replaced; ends the key of the word in the bundles. */
    public String standing(Deck deck) {
        if (deck.state() == Deck.State.STAGED) {
            return "STAGED";
        }
        if (isPlanned(deck)) {
            return "PLANNED";
        }
        return rates.inForce().filter(now -> now.id() == deck.id()).isPresent() ? "IN_FORCE" : "REPLACED";
    }

    public boolean isPlanned(Deck deck) {
        return deck.state() == Deck.State.APPLIED
                && deck.validFrom().filter(clock.instant()::isBefore).isPresent();
    }

    public boolean isStaged(Deck deck) {
        return deck.state() == Deck.State.STAGED;
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    public String validFrom(Deck deck) {
        return deck.validFrom().map(this::moment).orElse("");
    }

    public String problem(LineError error) {
        return refusals.text(error.code(), error.arguments());
    }

    public int count(String kind) {
        return change.count(DeckChange.Kind.valueOf(kind));
    }

    public List<DeckChange.Line> getExamples() {
        return change.examples();
    }

    public String price(Optional<Tariff> tariff) {
        return tariff.map(Tariff::perMinute).map(this::money).orElse("–");
    }

    private String money(Money amount) {
        return Amounts.fourDecimals(amount, language.getLocale());
    }

    public List<LineError> getErrors() {
        return errors;
    }

    public int getWrong() {
        return wrong;
    }

    public Deck getShown() {
        return shown;
    }

    public UploadedFile getFile() {
        return file;
    }

    public void setFile(UploadedFile chosen) {
        file = chosen;
    }

    public String getName() {
        return name;
    }

    public void setName(String text) {
        name = text == null ? "" : text;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String text) {
        validFrom = text == null ? "" : text;
    }
}
