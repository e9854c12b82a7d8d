package ro.clickphone.pbx.fraud;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * From where phones may register and people may sign in.
 *
 * @param text a network in CIDR form, or a country's two letters (ISO 3166-1)
 * @param until empty for always; the way back of somebody locked out ends by itself
 */
public record AllowedSource(String text, String note, Optional<Instant> until) {
    private static final int LONGEST_NOTE = 80;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @throws Refusal {@code fraud.note} */
    public AllowedSource {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(until, "until");
        note = note.replaceAll("\\p{Cntrl}+", " ").strip();
        if (note.length() > LONGEST_NOTE) {
            throw new Refusal("fraud.note", "note", LONGEST_NOTE);
        }
    }

    /** @throws Refusal {@code fraud.source} when it is neither a network nor a country */
    public static AllowedSource of(String written, String note) {
        String stripped = written.strip();
        if (COUNTRIES.contains(stripped.toUpperCase(Locale.ROOT))) {
            return new AllowedSource(stripped.toUpperCase(Locale.ROOT), note, Optional.empty());
        }
        Network network = Network.of(stripped).orElseThrow(() -> new Refusal("fraud.source", "source"));
        return new AllowedSource(network.text(), note, Optional.empty());
    }

    public boolean isCountry() {
        return COUNTRIES.contains(text);
    }

    boolean isInForce(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
