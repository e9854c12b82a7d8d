package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.queue.QueueService;

/** Carries out what a call brings about, each by its service. */
@ApplicationScoped
class Deeds {
    @Inject
    private QueueService queues;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Parking parking;

    void carryOut(AccountId account, Deed deed) {
        if (deed instanceof Deed.PauseAgent pause) {
            queues.pause(account, pause.agent());
        } else if (deed instanceof Deed.ResumeAgent resume) {
            queues.resume(account, resume.agent());
        } else if (deed instanceof Deed.WantQuiet quiet) {
            extensions.wantQuiet(account, quiet.extension());
        } else if (deed instanceof Deed.WantCalls calls) {
            extensions.wantCalls(account, calls.extension());
        } else if (deed instanceof Deed.Park park) {
            parking.park(account, park.slot(), park.call());
        } else if (deed instanceof Deed.Fetch fetch) {
            parking.left(fetch.call());
        }
    }
}
