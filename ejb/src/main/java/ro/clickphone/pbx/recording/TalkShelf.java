package ro.clickphone.pbx.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.kernel.AccountId;

/** Takes over from the engine what it recorded: sealed, and gone in clear. */
@ApplicationScoped
public class TalkShelf {
    private static final Logger LOG = Logger.getLogger(TalkShelf.class.getName());

    @Inject
    private TalkFiles files;

    @Inject
    private CallRecordings recordings;

    /** Under which name the engine is to record. */
    public static RecordingName name(AccountId account, Take take) {
        return TalkFiles.name(account, take);
    }

    /** The call is over. */
    public void takeOver(AccountId account, CallId call) {
        takeOver(files.plain(account, call));
    }

    /** What was left when the exchange ended in the middle of calls; before there are new ones. */
    public void takeOverAll() {
        takeOver(files.plain());
    }

    private void takeOver(List<TalkFiles.Plain> plain) {
        for (TalkFiles.Plain one : plain) {
            try {
                recordings.keep(one.account(), one.take(), one.file());
                TalkFiles.delete(one.file());
            } catch (RuntimeException e) {
                LOG.log(
                        Level.SEVERE,
                        one.file().getFileName() + " is not sealed; it is tried again at the next start",
                        e);
            }
        }
    }
}
