package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.queue.QueueService;

/** Carries out what a call brings about, each by its service. */
@ApplicationScoped
class Deeds {
    @Inject
    private QueueService queues;

    void carryOut(AccountId account, Deed deed) {
        if (deed instanceof Deed.PauseAgent pause) {
            queues.pause(account, pause.agent());
        } else if (deed instanceof Deed.ResumeAgent resume) {
            queues.resume(account, resume.agent());
        }
    }
}
