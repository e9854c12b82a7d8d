package ro.clickphone.engine.sdp;

import java.util.Objects;

/** {@code a=name} or {@code a=name:value}; the value is empty in the first. */
public record Attribute(String name, String value) {
    public Attribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    static Attribute parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Attribute(text, "")
                : new Attribute(
                        text.substring(0, colon), text.substring(colon + 1).strip());
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "a=" + name : "a=" + name + ":" + value;
    }
}
