package ro.clickphone.pbx.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;

/** What somebody did to her own access: in the account's log, or in the exchange's for the back office. */
@ApplicationScoped
class PersonalAudit {
    @Inject
    private Audit audit;

    void record(SignedIn who, Act act) {
        who.account().ifPresentOrElse(account -> audit.record(account, act), () -> audit.record(act));
    }
}
