package ro.clickphone.pbx.catalogue;

import java.util.List;
import ro.clickphone.pbx.kernel.AccountId;

/** A feature that a package bounds says what would not fit into a smaller one. Each feature brings its own. */
public interface PackageFit {
    /** What the account has beyond that product, in the words of the bundles; empty when all fits. */
    List<Excess> beyond(AccountId account, Product smaller);

    /**
     * One thing that does not fit.
     *
     * @param key {@code package.excess.extensions}
     * @param has what the account has
     * @param allowed what the product allows
     */
    record Excess(String key, int has, int allowed) {}
}
