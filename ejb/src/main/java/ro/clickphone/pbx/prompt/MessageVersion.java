package ro.clickphone.pbx.prompt;

import java.io.Serializable;
import java.util.Objects;

/** A message that was, or is, heard in a slot. @param version counted up from 1 in its slot */
public record MessageVersion(int version, MessageDraft message) implements Serializable {
    public MessageVersion {
        Objects.requireNonNull(message, "message");
    }
}
