package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.prompt.SlotService;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.voicemail.VoicemailService;

/** Carries out what a call brings about, each by its service. */
@ApplicationScoped
class Deeds {
    private static final Logger LOG = Logger.getLogger(Deeds.class.getName());

    @Inject
    private QueueService queues;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Parking parking;

    @Inject
    private SlotService slots;

    @Inject
    private VoicemailService voicemail;

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
        } else if (deed instanceof Deed.OfferMessage offer) {
            attempt(
                    offer.name(),
                    () -> slots.recorded(
                            account, offer.slot(), offer.name(), offer.by().toString()));
        } else if (deed instanceof Deed.DepositVoicemail deposit) {
            attempt(deposit.left().recording(), () -> voicemail.deposit(account, deposit.left()));
        } else if (deed instanceof Deed.HearVoicemail heard) {
            voicemail.heard(account, heard.message());
        } else if (deed instanceof Deed.DeleteVoicemail gone) {
            voicemail.delete(account, gone.message());
        }
    }

    /** The slot may have been closed a moment ago, or nothing said: the caller is told by the flow, not by a fault. */
    private static void attempt(RecordingName recording, Runnable keeping) {
        try {
            keeping.run();
        } catch (Refusal refusal) {
            LOG.log(Level.INFO, "{0} is not kept: {1}", new Object[] {recording, refusal.code()});
        }
    }
}
