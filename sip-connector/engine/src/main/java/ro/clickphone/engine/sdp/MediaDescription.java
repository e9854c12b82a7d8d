package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code m=} block.
 *
 * @param formats as written: payload types for RTP
 * @param address of its own {@code c=} line, or the session's; empty when there is neither
 */
public record MediaDescription(
        String type,
        int port,
        String protocol,
        List<String> formats,
        Optional<String> address,
        List<Attribute> attributes) {

    /** Static payload types (RFC 3551 table 4) that may come without {@code a=rtpmap}. */
    private static final Map<Integer, Format> STATIC = Map.of(
            0, new Format(0, "PCMU", 8000, 1, ""),
            3, new Format(3, "GSM", 8000, 1, ""),
            4, new Format(4, "G723", 8000, 1, ""),
            8, new Format(8, "PCMA", 8000, 1, ""),
            9, new Format(9, "G722", 8000, 1, ""),
            13, new Format(13, "CN", 8000, 1, ""),
            18, new Format(18, "G729", 8000, 1, ""));

    public MediaDescription {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    public boolean isAudio() {
        return type.equals("audio");
    }

    public Optional<String> attribute(String name) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(name)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    public List<String> attributes(String name) {
        return attributes.stream()
                .filter(a -> a.name().equals(name))
                .map(Attribute::value)
                .toList();
    }

    public boolean has(String name) {
        return attribute(name).isPresent();
    }

    Optional<Direction> direction() {
        for (Attribute attribute : attributes) {
            Optional<Direction> direction = Direction.of(attribute.name());
            if (direction.isPresent()) {
                return direction;
            }
        }
        return Optional.empty();
    }

    /** Its payload types with their meaning; those that nobody explains are left out. */
    List<Format> rtpFormats() {
        List<Format> known = new ArrayList<>();
        for (String format : formats) {
            number(format, 127).flatMap(this::meaning).ifPresent(known::add);
        }
        return known;
    }

    private Optional<Format> meaning(int payloadType) {
        Optional<Format> mapped = valueFor("rtpmap", payloadType).flatMap(map -> parse(payloadType, map));
        return mapped.or(() -> Optional.ofNullable(STATIC.get(payloadType)))
                .map(format -> new Format(
                        payloadType,
                        format.name(),
                        format.clockRate(),
                        format.channels(),
                        valueFor("fmtp", payloadType).orElse("")));
    }

    private Optional<String> valueFor(String attribute, int payloadType) {
        String prefix = payloadType + " ";
        for (Attribute one : attributes) {
            if (one.name().equals(attribute) && one.value().startsWith(prefix)) {
                return Optional.of(one.value().substring(prefix.length()).strip());
            }
        }
        return Optional.empty();
    }

    /** Reads {@code name/clock[/channels]}. */
    private static Optional<Format> parse(int payloadType, String map) {
        String[] parts = map.split("/");
        if (parts.length < 2 || parts[0].isBlank() || parts[0].length() > 40) {
            return Optional.empty();
        }
        Optional<Integer> clock = number(parts[1], 192_000);
        Optional<Integer> channels = parts.length > 2 ? number(parts[2], 8) : Optional.of(1);
        return clock.filter(rate -> rate > 0)
                .flatMap(rate -> channels.map(count -> new Format(payloadType, parts[0].strip(), rate, count, "")));
    }

    /** A number from 0 to {@code most}; empty for anything else. */
    static Optional<Integer> number(String text, int most) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 9) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            value = 10 * value + digit;
        }
        return value <= most ? Optional.of(value) : Optional.empty();
    }
}
