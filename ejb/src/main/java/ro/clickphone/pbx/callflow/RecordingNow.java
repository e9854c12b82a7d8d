package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.prompt.PromptSlot;

/** Who records a message by telephone right now; for the portal's dialog, which follows the recording. */
@ApplicationScoped
public class RecordingNow {
    @Inject
    private Recorders recorders;

    /** What somebody on the telephone does. */
    public enum Doing {
        /** Hears the instructions, then speaks. */
        SPEAKING,
        /** Has spoken; listens to it, or decides. */
        LISTENING
    }

    /** Somebody with a telephone. @param extension its number */
    public record Speaker(String extension, Doing doing) {}

    public Optional<Speaker> speaker(AccountId account, PromptSlot slot) {
        return recorders.at(account, slot).map(recorder -> new Speaker(recorder.extension(), recorder.doing()));
    }
}
