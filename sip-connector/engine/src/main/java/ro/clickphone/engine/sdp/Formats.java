package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is looked for in a list of formats. */
final class Formats {
    private Formats() {}

    /** The codecs that we know, each once, in their order. */
    static List<Codec> codecs(List<Format> formats) {
        List<Codec> found = new ArrayList<>(formats.size());
        for (Format format : formats) {
            Optional<Codec> codec = Codec.of(format);
            if (codec.isPresent() && codec.get().carriesTalk() && !found.contains(codec.get())) {
                found.add(codec.get());
            }
        }
        return found;
    }

    /** The same, with comfort noise last where it is listed. */
    static List<Codec> codecsAndNoise(List<Format> formats) {
        List<Codec> found = codecs(formats);
        if (first(formats, Codec.COMFORT_NOISE).isPresent()) {
            found.add(Codec.COMFORT_NOISE);
        }
        return found;
    }

    private static Optional<Format> first(List<Format> formats, Codec codec) {
        for (Format format : formats) {
            Optional<Codec> known = Codec.of(format);
            if (known.isPresent() && known.get() == codec) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Comfort noise beside that codec, where it is listed. */
    static Optional<Format> noise(List<Format> formats, Codec codec) {
        return codec.goesWithNoise()
                ? first(formats, Codec.COMFORT_NOISE)
                        .map(f -> Codec.COMFORT_NOISE.format().with(f.payloadType()))
                : Optional.empty();
    }

    /** The first format of a codec that is in the list. Its parameters become ours: we take what we send. */
    static Format of(Codec codec, List<Format> formats) {
        return codec.format().with(first(formats, codec).orElseThrow().payloadType());
    }

    /** Digits by the codec's clock if there are such, so that their packets fit between those of the audio (RFC 4733 2.1). */
    static Optional<Format> event(List<Format> formats, Codec codec) {
        Optional<Format> best = Optional.empty();
        for (Format format : formats) {
            boolean fits = format.clockRate() == codec.clockRate();
            if (format.isTelephoneEvent()
                    && (best.isEmpty() || (fits && best.get().clockRate() != codec.clockRate()))) {
                best = Optional.of(format);
            }
        }
        return best.map(f -> new Format(f.payloadType(), Format.TELEPHONE_EVENT, f.clockRate(), 1, "0-16"));
    }

    static List<TelephoneEvent> events(List<Format> formats) {
        return formats.stream()
                .filter(Format::isTelephoneEvent)
                .map(f -> new TelephoneEvent(f.payloadType(), f.clockRate()))
                .toList();
    }
}
