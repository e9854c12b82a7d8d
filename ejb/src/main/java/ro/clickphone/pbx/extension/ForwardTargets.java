package ro.clickphone.pbx.extension;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/** What may be forwarded where, over the extensions of one account; pure. */
final class ForwardTargets {
    private ForwardTargets() {}

    static ForwardTarget parse(String text, List<Extension> all) {
        String compact = text.replaceAll("[\\s().-]", "");
        Optional<ExtensionNumber> extension = ExtensionNumber.parse(compact);
        if (extension.isPresent() && !(NumberPlan.classify(compact) instanceof Dialled.Emergency)) {
            return all.stream()
                    .map(Extension::number)
                    .filter(extension.get()::equals)
                    .findFirst()
                    .<ForwardTarget>map(ForwardTarget.ToExtension::new)
                    .orElseThrow(() -> new Refusal("forward.extension.unknown", "target", compact));
        }
        return new ForwardTarget.ToPublicNumber(publicNumber(compact));
    }

    /** Premium and special numbers are no place to send a customer's callers to. */
    private static E164 publicNumber(String compact) {
        return NumberPlan.ordinary(compact).orElseThrow(() -> new Refusal("forward.number", "target", compact));
    }

    /** @throws Refusal {@code forward.loop} when calls forwarded to the target could come back */
    static void refuseLoop(ExtensionNumber from, ForwardTarget target, List<Extension> all) {
        Set<ExtensionNumber> seen = new HashSet<>();
        Deque<ForwardTarget> ahead = new ArrayDeque<>(List.of(target));
        while (!ahead.isEmpty()) {
            if (ahead.pop() instanceof ForwardTarget.ToExtension next && seen.add(next.extension())) {
                if (next.extension().equals(from)) {
                    throw new Refusal("forward.loop", "target", from, target);
                }
                all.stream()
                        .filter(extension -> extension.number().equals(next.extension()))
                        .flatMap(ForwardTargets::targetsInForce)
                        .forEach(ahead::push);
            }
        }
    }

    /** The forwards of others, in force or remembered, that lead to this extension. */
    static List<ExtensionUse> uses(ExtensionNumber number, List<Extension> all) {
        return all.stream()
                .filter(other -> !other.number().equals(number))
                .filter(other -> targets(other).anyMatch(new ForwardTarget.ToExtension(number)::equals))
                .map(other -> ExtensionUse.of("use.forward", other.number(), other.name()))
                .toList();
    }

    private static Stream<ForwardTarget> targetsInForce(Extension extension) {
        return Arrays.stream(Forward.When.values())
                .map(extension::forward)
                .flatMap(forward -> forward.inForce().stream());
    }

    private static Stream<ForwardTarget> targets(Extension extension) {
        return Arrays.stream(Forward.When.values()).map(extension::forward).flatMap(forward -> {
            if (forward instanceof Forward.Remembered remembered) {
                return Stream.of(remembered.target());
            }
            return forward.inForce().stream();
        });
    }
}
