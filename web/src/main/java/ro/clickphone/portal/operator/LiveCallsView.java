package ro.clickphone.portal.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;

/** Calls in progress of all customers on this node, the longest first. */
@Named
@RequestScoped
@Guarded(Need.OPERATE)
public class LiveCallsView {
    private static final int MOST = 200;

    @Inject
    private EngineLine engine;

    @Inject
    private Audit audit;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private List<CallSnapshot> calls;

    public List<CallSnapshot> getCalls() {
        if (calls == null) {
            calls = engine.calls().stream()
                    .sorted(Comparator.comparing(call -> call.arrival().at()))
                    .toList();
        }
        return calls;
    }

    public List<CallSnapshot> getShown() {
        return getCalls().stream().limit(MOST).toList();
    }

    public String hangUp(CallId call) {
        audit.record(Act.of("call.hungUp", call.toString()));
        engine.hangUp(call, HangupCause.ADMINISTRATIVE);
        calls = null;
        refusals.done("live.hungUp");
        return null;
    }

    public String lasts(CallSnapshot call) {
        return Moments.duration(Duration.between(call.arrival().at(), clock.instant()));
    }

    /** In percent of what should have come. */
    public BigDecimal lost(MediaReport media) {
        long expected = media.received() + media.lost();
        return expected == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100 * media.lost()).divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_UP);
    }

    /** A dash while there was too little to judge. */
    public Object mos(MediaReport media) {
        return media.mosHundredths() == 0 ? "–" : BigDecimal.valueOf(media.mosHundredths(), 2);
    }

    public String name(Party party) {
        return party instanceof Party.Extension extension
                ? extension.who().user()
                : ((Party.PublicNumber) party).number();
    }
}
