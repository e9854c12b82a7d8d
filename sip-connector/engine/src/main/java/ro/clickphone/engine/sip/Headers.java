package ro.clickphone.engine.sip;

/** Lines to be added to a message that we write. Values are ours or checked: a line break never gets in. */
final class Headers {
    static final Headers NONE = new Headers();

    private final StringBuilder lines = new StringBuilder(128);

    static Headers of(String name, Object value) {
        return new Headers().with(name, value);
    }

    Headers with(String name, Object value) {
        lines.append(name).append(": ");
        String text = String.valueOf(value);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lines.append(c < ' ' && c != '\t' ? ' ' : c);
        }
        lines.append("\r\n");
        return this;
    }

    Headers with(Headers more) {
        lines.append(more.lines);
        return this;
    }

    void appendTo(StringBuilder message) {
        message.append(lines);
    }
}
