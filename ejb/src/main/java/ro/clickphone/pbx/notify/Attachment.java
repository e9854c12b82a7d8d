package ro.clickphone.pbx.notify;

import java.util.Objects;

/**
 * A file that goes with a mail.
 *
 * @param name as the receiver sees it; letters, figures and {@code . _ - } only
 * @param content at most {@value #LARGEST} octets
 */
public record Attachment(String name, String mediaType, byte[] content) {
    public static final int LARGEST = 5_000_000;

    public Attachment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        if (!name.matches("[\\p{L}\\p{N}._ -]{1,120}")) {
            throw new IllegalArgumentException("no name of a file: " + name);
        }
        if (!mediaType.matches("[a-z]+/[a-z0-9.+-]{1,80}")) {
            throw new IllegalArgumentException("no media type: " + mediaType);
        }
        if (content.length > LARGEST) {
            throw new IllegalArgumentException(name + " has " + content.length + " octets");
        }
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "Attachment[" + name + ", " + content.length + "]";
    }
}
