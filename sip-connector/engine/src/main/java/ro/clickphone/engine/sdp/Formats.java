package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return Stream.concat(codecs(formats).stream(), known(formats).filter(codec -> !codec.carriesTalk()))
                .toList();
    }

    private static Stream<Codec> known(List<Format> formats) {
        return formats.stream().flatMap(f -> Codec.of(f).stream()).distinct();
    }

    /** Comfort noise beside that codec, where it is listed. */
    static Optional<Format> noise(List<Format> formats, Codec codec) {
        return formats.stream()
                .filter(f -> codec.goesWithNoise()
                        && Codec.of(f).filter(Codec.COMFORT_NOISE::equals).isPresent())
                .findFirst()
                .map(f -> Codec.COMFORT_NOISE.format().with(f.payloadType()));
    }

    /** The first format of a codec that is in the list. Its parameters become ours: we take what we send. */
    static Format of(Codec codec, List<Format> formats) {
        Format theirs = formats.stream()
                .filter(f -> Codec.of(f).filter(codec::equals).isPresent())
                .findFirst()
                .orElseThrow();
        return codec.format().with(theirs.payloadType());
    }

    /** Digits by the codec's clock if there are such, so that their packets fit between those of the audio (RFC 4733 2.1). */
    static Optional<Format> event(List<Format> formats, Codec codec) {
        return formats.stream()
                .filter(Format::isTelephoneEvent)
                .min(Comparator.comparingInt(f -> f.clockRate() == codec.clockRate() ? 0 : 1))
                .map(f -> new Format(f.payloadType(), Format.TELEPHONE_EVENT, f.clockRate(), 1, "0-16"));
    }

    static List<TelephoneEvent> events(List<Format> formats) {
        return formats.stream()
                .filter(Format::isTelephoneEvent)
                .map(f -> new TelephoneEvent(f.payloadType(), f.clockRate()))
                .toList();
    }
}
