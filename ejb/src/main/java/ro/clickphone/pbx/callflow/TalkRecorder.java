package ro.clickphone.pbx.callflow;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.recording.Announced;
import ro.clickphone.pbx.recording.CallRecordings;
import ro.clickphone.pbx.recording.Take;
import ro.clickphone.pbx.recording.TalkShelf;

/** Has the engine record the talks of those who are told so, and the files taken over when the call has ended. */
@ApplicationScoped
class TalkRecorder {
    private static final Logger LOG = Logger.getLogger(TalkRecorder.class.getName());
    /** The engine writes the last second of a call by then. */
    private static final long UNTIL_WRITTEN_SECONDS = 2;

    private final Map<CallId, Told> told = new ConcurrentHashMap<>();

    @Inject
    private EngineLine engine;

    @Inject
    private CallRecordings recordings;

    @Inject
    private TalkShelf shelf;

    @Inject
    private Audit audit;

    @Resource
    private ManagedScheduledExecutorService later;

    /**
     * A call that is recorded. @param words what both hear when they begin to talk; none when the caller was told before
     * @param parts how many recordings there are of the call
     */
    private record Told(AccountId account, List<Prompt> words, AtomicInteger parts) {}

    void moved(CallId call, Position to) {
        List<String> stops = to.trail().stops();
        if (stops.contains(CallFlow.RECORDED)) {
            told.putIfAbsent(call, new Told(to.account(), List.of(), new AtomicInteger()));
        } else if (stops.contains(CallFlow.RECORDED_TALK)) {
            List<Prompt> words = Announcement.CALL_RECORDED.wordsIn(PlanReader.LANGUAGE);
            told.putIfAbsent(call, new Told(to.account(), words, new AtomicInteger()));
        }
    }

    /** Each one who takes the call, or gets it handed on, begins a recording; who has it rest or go on is kept. */
    void told(LegEvent event) {
        CallId call = event.leg().call();
        Told caller = told.get(call);
        if (caller == null) {
            return;
        }
        switch (event.kind()) {
            case TALKING -> {
                if (event.leg().number() > 0) {
                    record(call, caller);
                }
            }
            case JOINED -> record(call, caller);
            case RECORDING_RESTS -> audit.record(caller.account(), act("recording.rests", event));
            case RECORDING_GOES_ON -> audit.record(caller.account(), act("recording.goes.on", event));
            case STARTED, RINGING, ANSWERED, ENDED -> {}
        }
    }

    private static Act act(String what, LegEvent event) {
        String phone = event.party() instanceof Party.Extension extension
                ? extension.who().user()
                : "";
        return new Act(what, phone, "", event.leg().call().toString());
    }

    private void record(CallId call, Told caller) {
        try {
            int part = caller.parts().incrementAndGet();
            Optional<Announced> announced = announced();
            if (announced.isEmpty()) {
                LOG.severe("call " + call + " is not recorded: the announcement of it cannot be heard");
            } else if (part > Take.MOST_PARTS || !recordings.hasRoom(caller.account())) {
                LOG.warning("call " + call + " is not recorded: there is no room");
            } else {
                Take take = new Take(call, part);
                engine.startRecording(call, shelf.recording(caller.account(), take, announced.get(), caller.words()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "call " + call + " is not recorded", e);
        }
    }

    /** As it sounds now: the operator may have put another in its place. Empty when nobody can have heard it. */
    private Optional<Announced> announced() {
        Announcement words = Announcement.CALL_RECORDED;
        return engine.promptVersion(words.in(PlanReader.LANGUAGE))
                .map(version -> new Announced(words.prompt(), PlanReader.LANGUAGE, version));
    }

    void over(CallId call) {
        Told caller = told.remove(call);
        if (caller != null && caller.parts().get() > 0) {
            var unused = later.schedule(
                    () -> shelf.takeOver(caller.account(), call), UNTIL_WRITTEN_SECONDS, TimeUnit.SECONDS);
        }
    }
}
