package ro.clickphone.portal.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a file, as a browser asks for it when somebody seeks (RFC 9110, 14.1.2). @param last inclusive */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    /**
     * Empty when it is not one range of bytes, which may be ignored: the whole is sent then.
     *
     * @throws IllegalArgumentException when nothing of it is in the file
     */
    static Optional<ByteRange> of(String header, long length) {
        Matcher match = ONE.matcher(header == null ? "" : header.strip());
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Optional.empty();
        }
        long first;
        long last = length - 1;
        if (match.group(1).isEmpty()) {
            first = Math.max(0, length - Long.parseLong(match.group(2)));
        } else {
            first = Long.parseLong(match.group(1));
            last = match.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(match.group(2)));
        }
        if (first >= length) {
            throw new IllegalArgumentException("after the end");
        }
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    long count() {
        return last - first + 1;
    }
}
