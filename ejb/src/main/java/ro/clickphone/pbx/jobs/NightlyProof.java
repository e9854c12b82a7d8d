package ro.clickphone.pbx.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import ro.clickphone.pbx.ledger.LedgerCheck;

/** The ledger's check by night; what it finds stands in the log as SEVERE, where the operator's alarms look. */
@ApplicationScoped
class NightlyProof {
    private static final Logger LOG = Logger.getLogger(NightlyProof.class.getName());

    @Inject
    private LedgerCheck check;

    void run() {
        List<LedgerCheck.Finding> findings = check.run();
        findings.forEach(finding -> LOG.severe(() -> "the ledger is wrong: " + finding));
        LOG.info(() -> "the ledger was checked: " + findings.size() + " findings");
    }
}
