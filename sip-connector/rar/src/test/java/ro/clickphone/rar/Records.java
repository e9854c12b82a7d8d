package ro.clickphone.rar;

import java.time.Instant;
import java.util.List;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.TrunkId;

/** Records of calls that ended. */
final class Records {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private Records() {}

    /** From the trunk to extension 100, two legs, half a minute of talk. */
    static CallRecord call() {
        CallId id = CallId.random();
        Party caller = new Party.PublicNumber(new TrunkId(1), "+40216583456");
        Party called = new Party.Extension(new SipIdentity("53630-100", "pbx.clickphone.ro"));
        Progress talked = new Progress.Talked(NOW.plusSeconds(4), NOW.plusSeconds(9));
        IncomingCall arrival = new IncomingCall(id, caller, "0310050562", CallerId.of("0216583456"), NOW);
        return new CallRecord(
                arrival,
                talked,
                NOW.plusSeconds(39),
                HangupCause.NORMAL,
                CallRecord.Ender.CALLER,
                new FlowState("queue/1"),
                List.of(leg(id, 0, caller, talked), leg(id, 1, called, talked)));
    }

    private static LegRecord leg(CallId call, int number, Party party, Progress progress) {
        return new LegRecord(
                new LegId(call, number),
                party,
                "a84b4c76e66710@10.0.0." + number,
                NOW,
                progress,
                NOW.plusSeconds(39),
                HangupCause.NORMAL,
                200,
                "Zoiper",
                MediaReport.NONE);
    }
}
