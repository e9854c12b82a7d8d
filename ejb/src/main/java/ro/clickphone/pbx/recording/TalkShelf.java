package ro.clickphone.pbx.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.TalkRecording;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.kernel.AccountId;

/** Takes over from the engine what it recorded: sealed in one piece with the exchange's key, and listed. */
@ApplicationScoped
public class TalkShelf {
    private static final Logger LOG = Logger.getLogger(TalkShelf.class.getName());

    @Inject
    private TalkFiles files;

    @Inject
    private CallRecordings recordings;

    /**
     * How the engine is to record.
     *
     * @param announced what who talks has heard, or is to hear now
     * @param words what both hear first; none when they know it already
     */
    public TalkRecording recording(AccountId account, Take take, Announced announced, List<Prompt> words) {
        Set<String> never = recordings.rule(account).never().stream()
                .map(extension -> new SipUser(account, extension).toString())
                .collect(Collectors.toSet());
        return new TalkRecording(TalkFiles.name(account, take), files.newSeal(announced), words, never);
    }

    /** The call is over. */
    public void takeOver(AccountId account, CallId call) {
        takeOver(files.left(account, call));
    }

    /** What was left when the exchange ended in the middle of calls; before there are new ones. */
    public void takeOverAll() {
        takeOver(files.left());
    }

    /** After the vault's key was exchanged. @return how many were sealed with another one */
    public int renewAll() {
        int renewed = 0;
        for (TalkFiles.Left one : files.sealed()) {
            if (files.renew(one)) {
                renewed++;
            }
            if (!recordings.isKept(one.account(), one.take())) {
                // deleted in this very moment
                files.delete(one.account(), one.take());
            }
        }
        return renewed;
    }

    private void takeOver(List<TalkFiles.Left> left) {
        for (TalkFiles.Left one : left) {
            try {
                recordings.keep(one.account(), one.take(), one.file());
                TalkFiles.delete(one.file());
            } catch (RuntimeException e) {
                LOG.log(
                        Level.SEVERE,
                        one.file().getFileName() + " is not taken over; it is tried again at the next start",
                        e);
            }
        }
    }
}
