package ro.clickphone.pbx.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.kernel.Refusal;

/** What callers said, for whoever keeps it. */
@ApplicationScoped
public class SpokenMessages {
    @Inject
    private SpokenFiles spoken;

    @Inject
    private PromptFiles files;

    /**
     * The engine can play it from now on, by its hash.
     *
     * @throws Refusal {@code prompt.tooShort} or {@code prompt.silent} when nothing was said
     */
    public Spoken take(RecordingName name) {
        Recording recording = Recording.spoken(spoken.read(name));
        files.write(recording.sha256(), recording.wav());
        return new Spoken(recording.sha256(), recording.wav(), recording.length());
    }

    /** Nobody keeps it any more. */
    public void forget(String sha256) {
        files.forget(sha256);
    }
}
