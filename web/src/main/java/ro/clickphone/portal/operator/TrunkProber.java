package ro.clickphone.portal.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.portal.error.Refusals;

/** The operator asks a carrier's machines whether they are there, and reads what they say. */
@Named
@RequestScoped
@Guarded(Need.OPERATE)
public class TrunkProber {
    @Inject
    private EngineLine engine;

    @Inject
    private Refusals refusals;

    public void ask(TrunksView.Row row) {
        List<TrunkProbe> probes = engine.probe(new TrunkId(row.getId()));
        if (probes.isEmpty()) {
            refusals.done("trunks.probe.none", row.getName());
        }
        probes.forEach(probe -> tell(row.getName(), probe));
    }

    private void tell(String trunk, TrunkProbe probe) {
        String machine = probe.address() + " " + probe.transport();
        probe.answer()
                .ifPresentOrElse(
                        answer -> refusals.done(
                                "trunks.probe.answered",
                                trunk,
                                machine,
                                answer.status() + " " + answer.phrase(),
                                answer.millis()),
                        () -> refusals.done("trunks.probe.silent", trunk, machine));
    }
}
