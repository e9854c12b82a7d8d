package ro.clickphone.pbx.callflow;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.schedule.Schedule;

/**
 * What a caller would meet: the same flow that takes real calls, with nobody at the telephone but whoever asks.
 *
 * @param hours what the schedule says at that moment, and why
 * @param scenes in the order of the call
 */
public record SimulatedCall(Schedule.Verdict hours, List<Scene> scenes) {
    public SimulatedCall {
        scenes = List.copyOf(scenes);
    }

    /** A part of the call. @param stops the rooms passed on the way to it, as a call's record would name them */
    public record Scene(List<String> stops, Happening happening) {
        public Scene {
            stops = List.copyOf(stops);
        }
    }

    /** What happens in a scene. */
    public sealed interface Happening {}

    /** Words, and nothing is asked of the caller. */
    public record Words(List<Prompt> prompts) implements Happening {}

    /** A menu speaks. @param keys those that lead somewhere */
    public record Menu(List<Prompt> prompts, SortedSet<Character> keys) implements Happening {}

    /** In the queue, with music. @param agents in the customer's order, each with the reason */
    public record Queued(List<Prompt> prompts, List<Agent> agents, Duration atMost) implements Happening {}

    /** Telephones ring. @param outside numbers of the public network that ring */
    public record Rings(List<Phone> phones, List<String> outside, Duration ringTime) implements Happening {}

    /** The call is over. */
    public record Over(End end, int status) implements Happening {}

    /** The call goes on in a way that only a real call can show: a recording, a conference. */
    public record Beyond() implements Happening {}

    /** An extension that rings, and how it stands now. */
    public record Phone(ExtensionNumber number, String name, Presence.State state) {}

    /** An agent of the queue, and why he does or does not ring. */
    public record Agent(ExtensionNumber number, String name, Why why) {}

    /** Why an agent does or does not ring. */
    public enum Why {
        RINGS,
        LATER,
        BUSY,
        PAUSED,
        QUIET,
        OFFLINE
    }

    /** How a call ends. */
    public enum End {
        TALKED,
        LET_GO,
        REFUSED
    }

    /** What somebody at a telephone does; the call waits for it. */
    public sealed interface Move extends Serializable {
        /** The caller presses a key. */
        record Press(char key) implements Move {}

        /** The caller presses nothing. */
        record Silence() implements Move {}

        /** One of those who ring takes the call. */
        record Answer() implements Move {}

        /** All who ring are busy, or decline. */
        record Busy() implements Move {}

        /** Nobody answers. */
        record NoAnswer() implements Move {}
    }
}
