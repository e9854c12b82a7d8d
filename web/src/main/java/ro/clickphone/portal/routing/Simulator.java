package ro.clickphone.portal.routing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ro.clickphone.pbx.callflow.SimulatedCall;
import ro.clickphone.pbx.callflow.SimulatedCall.Move;
import ro.clickphone.pbx.callflow.SimulatorService;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.schedule.Schedule.DayRule;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** A call to try out, with a caller's number and a moment of one's choice; whoever looks plays caller and called. */
@Named
@ViewScoped
public class Simulator implements Serializable {
    private static final long serialVersionUID = 1L;
    /** More than any call makes before the flow ends it. */
    private static final int MOST_MOVES = 100;

    @Inject
    private Me me;

    @Inject
    private SimulatorService service;

    @Inject
    private SceneWords words;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private final List<Move> moves = new ArrayList<>();
    private String caller = "";
    private LocalDateTime at;
    private boolean started;
    private transient SimulatedCall call;

    @PostConstruct
    void now() {
        at = LocalDateTime.ofInstant(clock.instant(), me.zone()).truncatedTo(ChronoUnit.MINUTES);
    }

    public void start() {
        moves.clear();
        started = false;
        call = null;
        try {
            call = walk();
            started = true;
        } catch (Refusal refusal) {
            refusals.show(refusal, "simulator");
        }
    }

    private SimulatedCall walk() {
        return service.walk(me.id(), caller, at.atZone(me.zone()).toInstant(), List.copyOf(moves));
    }

    public void press(String key) {
        move(new Move.Press(key.charAt(0)));
    }

    public void silence() {
        move(new Move.Silence());
    }

    public void answer() {
        move(new Move.Answer());
    }

    public void busy() {
        move(new Move.Busy());
    }

    public void noAnswer() {
        move(new Move.NoAnswer());
    }

    public void back() {
        if (!moves.isEmpty()) {
            moves.remove(moves.size() - 1);
            call = null;
        }
    }

    private void move(Move move) {
        if (moves.size() < MOST_MOVES) {
            moves.add(move);
            call = null;
        }
    }

    private SimulatedCall call() {
        if (call == null) {
            call = walk();
        }
        return call;
    }

    public List<SceneLine> getScenes() {
        return started ? call().scenes().stream().map(words::line).toList() : List.of();
    }

    /** What the schedule says, and why: {@code Închis: sărbătoare legală (Crăciunul)}. */
    public String getHours() {
        DayRule rule = call().hours().rule();
        String reason = refusals.text("simulator.rule." + rule.getClass().getSimpleName(), List.of(detail(rule)));
        return refusals.text(call().hours().isOpen() ? "simulator.open" : "simulator.closed", List.of(reason));
    }

    private String detail(DayRule rule) {
        if (rule instanceof DayRule.Holiday day) {
            return refusals.text("holiday." + day.holiday(), List.of());
        }
        return rule instanceof DayRule.Special special ? special.day().name() : "";
    }

    public boolean isOpen() {
        return call().hours().isOpen();
    }

    public boolean isStarted() {
        return started;
    }

    public boolean isMoved() {
        return !moves.isEmpty();
    }

    public String getCaller() {
        return caller;
    }

    public void setCaller(String caller) {
        this.caller = caller;
    }

    public LocalDateTime getAt() {
        return at;
    }

    public void setAt(LocalDateTime at) {
        this.at = at;
    }
}
