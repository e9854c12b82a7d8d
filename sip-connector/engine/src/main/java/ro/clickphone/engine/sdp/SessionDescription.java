package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session description as it was read, with limits on all that a stranger can make long. The session's attributes
 * stand in each of its media blocks too, after the block's own, so that one look at a block tells what holds there.
 */
public record SessionDescription(List<MediaDescription> media) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_CHARACTERS = 32_768;
    private static final int MOST_LINES = 400;
    private static final int MOST_MEDIA = 12;
    private static final int MOST_FORMATS = 64;

    public SessionDescription {
        media = List.copyOf(media);
    }

    public static SessionDescription parse(String text) throws SdpException {
        if (text.length() > MOST_CHARACTERS) {
            throw new SdpException("the session description is too long");
        }
        List<String> lines = lines(text);
        if (lines.size() > MOST_LINES) {
            throw new SdpException("the session description has too many lines");
        }
        if (lines.isEmpty() || !lines.get(0).strip().equals("v=0")) {
            throw new SdpException("the session description does not begin with v=0");
        }
        return new Reader().read(lines);
    }

    /** The first ones, one more than there may be; a line ends with a line feed, a carriage return, or both. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(20);
        int from = 0;
        while (from < text.length() && lines.size() <= MOST_LINES) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(text.substring(from, end));
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            from = end + (both ? 2 : 1);
        }
        return lines;
    }

    /** Collects line by line; lines of no interest and lines that are none are skipped, as receivers should. */
    private static final class Reader {
        private final List<MediaDescription> media = new ArrayList<>();
        private final List<Attribute> ofSession = new ArrayList<>();
        private Optional<String> sessionAddress = Optional.empty();
        private Optional<Block> block = Optional.empty();

        SessionDescription read(List<String> lines) throws SdpException {
            for (String line : lines) {
                if (line.length() > 2 && line.charAt(1) == '=') {
                    take(line.charAt(0), line.substring(2).strip());
                }
            }
            finishBlock();
            return new SessionDescription(media);
        }

        private void take(char type, String value) throws SdpException {
            switch (type) {
                case 'm' -> {
                    finishBlock();
                    block = Optional.of(Block.parse(value));
                }
                case 'c' -> {
                    Optional<String> address = Optional.of(address(value));
                    if (block.isPresent()) {
                        block.get().address = address;
                    } else {
                        sessionAddress = address;
                    }
                }
                case 'a' -> block.map(b -> b.attributes).orElse(ofSession).add(Attribute.parse(value));
                default -> {}
            }
        }

        private void finishBlock() throws SdpException {
            if (block.isPresent()) {
                if (media.size() == MOST_MEDIA) {
                    throw new SdpException("the session description has too many media");
                }
                media.add(block.get().finish(sessionAddress, ofSession));
            }
        }

        /** The address of {@code IN IP4 192.0.2.1}; a time to live after a slash belongs to multicast only. */
        private static String address(String value) throws SdpException {
            String[] parts = BLANKS.split(value);
            if (parts.length < 3 || !parts[0].equals("IN") || !(parts[1].equals("IP4") || parts[1].equals("IP6"))) {
                throw new SdpException("a connection line that is none");
            }
            return parts[2];
        }
    }

    private static final class Block {
        private final String type;
        private final int port;
        private final String protocol;
        private final List<String> formats;
        private final List<Attribute> attributes = new ArrayList<>();
        private Optional<String> address = Optional.empty();

        private Block(String type, int port, String protocol, List<String> formats) {
            this.type = type;
            this.port = port;
            this.protocol = protocol;
            this.formats = formats;
        }

        /** Reads {@code audio 49170[/2] RTP/AVP 8 0 101}. */
        static Block parse(String value) throws SdpException {
            String[] parts = BLANKS.split(value);
            if (parts.length < 4 || parts.length > 3 + MOST_FORMATS) {
                throw new SdpException("a media line with " + parts.length + " words");
            }
            String port = parts[1].contains("/") ? parts[1].substring(0, parts[1].indexOf('/')) : parts[1];
            int number = MediaDescription.number(port, 65_535)
                    .orElseThrow(() -> new SdpException("a media line with a port that is none"));
            return new Block(parts[0], number, parts[2], List.of(parts).subList(3, parts.length));
        }

        MediaDescription finish(Optional<String> sessionAddress, List<Attribute> ofSession) {
            List<Attribute> all = new ArrayList<>(attributes.size() + ofSession.size());
            all.addAll(attributes);
            all.addAll(ofSession);
            return new MediaDescription(type, port, protocol, formats, address.or(() -> sessionAddress), all);
        }
    }
}
