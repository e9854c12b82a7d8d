package ro.clickphone.engine.sdp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A far end's wish for fax in place of audio: IFP over UDPTL (T.38 annex D).
 *
 * @param place where it wants its packets
 * @param terms what it can, which only the far end of the other leg has to understand
 */
public record FaxLine(InetSocketAddress place, List<Attribute> terms) {
    private static final int MOST_TERMS = 16;
    private static final Pattern TERM = Pattern.compile("[A-Za-z0-9 .:_=-]{0,64}");

    public FaxLine {
        terms = List.copyOf(terms);
    }

    /** Who offers audio too is taken at the audio. */
    public static Optional<FaxLine> of(String description) {
        try {
            List<MediaDescription> media = SessionDescription.parse(description).media();
            boolean audio = media.stream().anyMatch(line -> line.isAudio() && line.port() != 0);
            Optional<MediaDescription> image =
                    media.stream().filter(FaxLine::isFax).findFirst();
            return audio || image.isEmpty() ? Optional.empty() : of(image.get());
        } catch (SdpException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isFax(MediaDescription line) {
        return line.type().equals("image")
                && line.port() != 0
                && line.protocol().equalsIgnoreCase("udptl")
                && line.formats().stream().anyMatch("t38"::equalsIgnoreCase);
    }

    static Optional<FaxLine> of(MediaDescription image) throws SdpException {
        return Addresses.placeOf(image)
                .map(place -> new FaxLine(
                        place,
                        image.attributes().stream()
                                .filter(FaxLine::isTerm)
                                .limit(MOST_TERMS)
                                .toList()));
    }

    private static boolean isTerm(Attribute attribute) {
        Predicate<String> harmless = TERM.asMatchPredicate();
        return attribute.name().toUpperCase(Locale.ROOT).startsWith("T38")
                && harmless.test(attribute.name())
                && harmless.test(attribute.value());
    }
}
