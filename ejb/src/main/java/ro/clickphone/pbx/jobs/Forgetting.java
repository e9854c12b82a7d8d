package ro.clickphone.pbx.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import ro.clickphone.pbx.account.Links;
import ro.clickphone.pbx.account.Sessions;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.privacy.Retention;
import ro.clickphone.pbx.recording.OldRecordings;
import ro.clickphone.pbx.signup.SignUp;
import ro.clickphone.pbx.voicemail.OldVoicemail;

/** What has served its time goes, by night: links, sessions, lines of the audit log, and whom a call of long ago was with. */
@ApplicationScoped
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class.getName());

    @Inject
    private Links links;

    @Inject
    private SignUp signUps;

    @Inject
    private Sessions sessions;

    @Inject
    private Audit audit;

    @Inject
    private OldVoicemail voicemail;

    @Inject
    private OldRecordings recordings;

    @Inject
    private Retention retention;

    void run() {
        int goneLinks = links.forgetExpired();
        int goneSignUps = signUps.forgetExpired();
        int goneSessions = sessions.forgetOld();
        int goneLines = audit.forgetOld();
        int goneMessages = voicemail.forget();
        int goneRecordings = 0;
        for (int some = recordings.forgetSome(); some > 0; some = recordings.forgetSome()) {
            goneRecordings += some;
        }
        int allRecordings = goneRecordings;
        int masked = 0;
        for (int some = retention.maskSomeOld(); some > 0; some = retention.maskSomeOld()) {
            masked += some;
        }
        int maskedCalls = masked;
        LOG.info(() -> "forgotten: " + goneLinks + " links, " + goneSignUps + " sign-ups, " + goneSessions
                + " sessions, " + goneLines + " lines of the audit log, " + goneMessages + " voicemails, "
                + allRecordings + " recordings; masked: "
                + maskedCalls + " calls");
    }
}
