package ro.clickphone.pbx.catalogue;

import java.util.Collection;
import java.util.List;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * What an account may do, by what it has bought. Pure.
 *
 * @param extensions at most
 * @param inbound simultaneous calls from outside at most, those in menu and queue too
 * @param outbound simultaneous calls to the outside at most
 */
public record Entitlements(int extensions, int inbound, int outbound, boolean queue, Standing standing) {
    /** Whether its fees are paid. */
    public enum Standing {
        GOOD,
        /** A fee is owed: no paid calls out, all else goes on. */
        GRACE,
        /** Grace is over: callers hear that the number is not in service. */
        SUSPENDED
    }

    /** Without a package: what the operator granted, a channel each way for each extension. */
    static Entitlements granted(int extensions) {
        return new Entitlements(extensions, extensions, extensions, true, Standing.GOOD);
    }

    /** @param live neither ended nor suspended, but for the package, which decides the standing */
    static Entitlements of(List<Subscription> live, Subscription thePackage) {
        Product smallest = thePackage
                .next()
                .filter(next -> next.extensions() < thePackage.product().extensions())
                .orElse(thePackage.product());
        return new Entitlements(
                smallest.extensions(),
                sum(live.stream().map(one -> one.product().inbound()).toList()),
                sum(live.stream().map(one -> one.product().outbound()).toList()),
                thePackage.product().queue(),
                standing(thePackage.state()));
    }

    /** @throws Refusal {@code package.queue} */
    public void refuseWithoutQueue() {
        if (!queue) {
            throw new Refusal("package.queue", "");
        }
    }

    private static int sum(Collection<Integer> parts) {
        return parts.stream().mapToInt(Integer::intValue).sum();
    }

    private static Standing standing(Subscription.State state) {
        return switch (state) {
            case ACTIVE -> Standing.GOOD;
            case PAST_DUE -> Standing.GRACE;
            case SUSPENDED, ENDED -> Standing.SUSPENDED;
        };
    }
}
