package ro.clickphone.pbx.callflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SlotOpening;
import ro.clickphone.pbx.voicemail.Voicemail;

/**
 * What the flow knows of an account's spoken messages.
 *
 * @param openings slots that are being filled
 * @param boxes extensions whose mailbox is switched on
 * @param greetings of mailboxes, where one was recorded
 * @param voicemails the newest first
 */
record MessagePlan(
        List<SlotOpening> openings,
        Set<ExtensionNumber> boxes,
        Map<ExtensionNumber, Prompt> greetings,
        List<Voicemail> voicemails) {
    static final MessagePlan NONE = new MessagePlan(List.of(), Set.of(), Map.of(), List.of());

    MessagePlan {
        openings = List.copyOf(openings);
        boxes = Set.copyOf(boxes);
        greetings = Map.copyOf(greetings);
        voicemails = List.copyOf(voicemails);
    }

    boolean hasBox(ExtensionNumber extension) {
        return boxes.contains(extension);
    }

    /** Those that were not heard yet come first, in the order in which they came. */
    List<Voicemail> in(ExtensionNumber box) {
        return voicemails.stream()
                .filter(message -> message.extension().equals(box))
                .sorted(Comparator.comparing(Voicemail::state).thenComparing(Voicemail::id))
                .toList();
    }

    Optional<Voicemail> voicemail(long id) {
        return voicemails.stream().filter(message -> message.id() == id).findFirst();
    }

    List<SlotOpening> openAt(Instant now) {
        return openings.stream().filter(opening -> opening.openAt(now)).toList();
    }

    Optional<SlotOpening> openAt(Instant now, PromptSlot slot) {
        return openAt(now).stream()
                .filter(opening -> opening.slot().equals(slot))
                .findFirst();
    }
}
