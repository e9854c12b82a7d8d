package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An offer that was made for one carrier, as another one may see it. */
public final class CodecLimit {
    private static final Set<String> NO_SPEECH = Set.of("telephone-event", "cn");

    private CodecLimit() {}

    /**
     * The offer without the codecs that are not among those; as it is when there is no limit, or nothing would be left:
     * the far end says so better than we.
     *
     * @param offer of our own making
     * @param codecs names as in SDP; empty for no limit
     */
    public static String of(String offer, List<String> codecs) {
        if (codecs.isEmpty()) {
            return offer;
        }
        Set<String> names =
                codecs.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<Format> formats = formats(offer);
        Set<Integer> kept = formats.stream()
                .filter(format -> names.contains(name(format)) || NO_SPEECH.contains(name(format)))
                .map(Format::payloadType)
                .collect(Collectors.toSet());
        boolean speaks = formats.stream()
                .anyMatch(format -> kept.contains(format.payloadType()) && !NO_SPEECH.contains(name(format)));
        return speaks ? without(offer, kept) : offer;
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static List<Format> formats(String offer) {
        try {
            return SessionDescription.parse(offer).media().stream()
                    .filter(MediaDescription::isAudio)
                    .flatMap(audio -> audio.rtpFormats().stream())
                    .toList();
        } catch (SdpException ours) {
            return List.of();
        }
    }

    private static String without(String offer, Set<Integer> kept) {
        List<String> lines = new ArrayList<>();
        for (String line : offer.split("\r\n")) {
            if (line.startsWith("m=audio ")) {
                lines.add(limited(line, kept));
            } else if (!isAboutAnother(line, kept)) {
                lines.add(line);
            }
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String limited(String line, Set<Integer> kept) {
        List<String> words = List.of(line.split(" "));
        List<String> left = new ArrayList<>(words.subList(0, 3));
        words.stream()
                .skip(3)
                .filter(word -> kept.contains(Integer.valueOf(word)))
                .forEach(left::add);
        return String.join(" ", left);
    }

    private static boolean isAboutAnother(String line, Set<Integer> kept) {
        if (!line.startsWith("a=rtpmap:") && !line.startsWith("a=fmtp:")) {
            return false;
        }
        String type = line.substring(line.indexOf(':') + 1).split(" ", 2)[0];
        return MediaDescription.number(type, 127)
                .filter(number -> !kept.contains(number))
                .isPresent();
    }
}
