package ro.clickphone.pbx.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.pbx.kernel.Refusal;

/** What callers said, for whoever keeps it. */
@ApplicationScoped
public class SpokenMessages {
    @Inject
    private SpokenFiles spoken;

    @Inject
    private PromptFiles files;

    @Inject
    private Event<Taken> taken;

    /** For what somebody is about to say. */
    public RecordingSeal newSeal() {
        return spoken.newSeal();
    }

    /**
     * The engine's file goes when what takes it is committed.
     *
     * @throws Refusal {@code prompt.tooShort} or {@code prompt.silent} when nothing was said
     */
    public Spoken take(RecordingName name) {
        Recording recording = Recording.spoken(spoken.read(name));
        taken.fire(new Taken(name));
        return new Spoken(recording.sha256(), recording.wav(), recording.length());
    }

    /** The engine can play it from now on, by its hash, until it is hidden. */
    public void show(String sha256, byte[] wav) {
        files.write(sha256, wav);
    }

    /** Nobody listens to it any more. */
    public void hide(String sha256) {
        files.forget(sha256);
    }
}
