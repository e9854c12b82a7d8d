package ro.clickphone.portal.extension;

import java.util.List;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.live.Presence;

/**
 * A line of the table.
 *
 * @param device what is registered and from where, as the device says it: hostile text; empty while offline
 * @param forwards those in force, in the manual's order
 */
public record ExtensionRow(
        int number, String name, Presence.State state, boolean online, String device, List<Redirection> forwards) {
    private static final int LONGEST_DEVICE = 80;

    /** @param code ends the key of its words in the bundles, {@code forward.short.BUSY} */
    public record Redirection(String code, String target) {}

    static ExtensionRow of(Extension extension, Presence presence) {
        return new ExtensionRow(
                extension.number().value(),
                extension.name(),
                presence.state(),
                presence.online(),
                presence.devices().stream()
                        .findFirst()
                        .map(ExtensionRow::describe)
                        .orElse(""),
                ForwardForm.ORDER.stream()
                        .flatMap(when -> extension.forward(when).inForce().stream()
                                .map(target -> new Redirection(when.name(), ForwardForm.text(target))))
                        .toList());
    }

    /** While calls are forwarded at once, the phone does not ring. */
    public boolean silenced() {
        return forwards.stream().anyMatch(forward -> forward.code().equals(Forward.When.ALWAYS.name()));
    }

    private static String describe(Presence.Device device) {
        String agent = device.userAgent().strip();
        String shown = agent.length() > LONGEST_DEVICE ? agent.substring(0, LONGEST_DEVICE) + "…" : agent;
        return shown.isEmpty() ? device.address() : shown + " · " + device.address();
    }
}
