package ro.clickphone.pbx.voicemail;

import java.util.Objects;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** What a caller has just said to a mailbox. @param caller the number, as far as it may be shown; at most 64 characters */
public record LeftMessage(ExtensionNumber extension, CallId call, String caller, RecordingName recording) {
    private static final int LONGEST_CALLER = 64;

    public LeftMessage {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(call, "call");
        caller = caller.substring(0, Math.min(caller.length(), LONGEST_CALLER));
        Objects.requireNonNull(recording, "recording");
    }
}
