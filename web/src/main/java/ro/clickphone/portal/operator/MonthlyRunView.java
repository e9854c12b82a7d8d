package ro.clickphone.portal.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.format.TextStyle;
import java.util.List;
import ro.clickphone.pbx.catalogue.RunBoard;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Language;

/** The fees of each month as they are taken, with the button that stops them; and the proof of the ledger. */
@Named
@ViewScoped
public class MonthlyRunView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 24;

    @Inject
    private RunBoard board;

    @Inject
    private LedgerCheck check;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private transient List<LedgerCheck.Finding> findings;

    public List<RunBoard.Progress> getRuns() {
        return board.list(MONTHS);
    }

    public void stop(RunBoard.Progress run) {
        board.stop(run.month());
        refusals.done("runs.stopped", month(run));
    }

    public void release(RunBoard.Progress run) {
        board.release(run.month());
        refusals.done("runs.released", month(run));
    }

    /** Whether somebody should look again in a moment. */
    public boolean isRunning() {
        return getRuns().stream().anyMatch(run -> run.state() == RunBoard.State.RUNNING);
    }

    public int percent(RunBoard.Progress run) {
        return run.planned() == 0 ? 100 : (int) Math.min(100, run.done() * 100 / run.planned());
    }

    public String month(RunBoard.Progress run) {
        return run.month().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale()) + " "
                + run.month().getYear();
    }

    /** Runs the proof of all customers' money now; the clock does it each night. */
    public void prove() {
        findings = check.run();
        if (findings.isEmpty()) {
            refusals.done("runs.proved");
        }
    }

    public List<LedgerCheck.Finding> getFindings() {
        return findings == null ? List.of() : findings;
    }
}
