package ro.clickphone.pbx.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import ro.clickphone.pbx.catalogue.Family;
import ro.clickphone.pbx.catalogue.PackageFit;
import ro.clickphone.pbx.catalogue.Product;
import ro.clickphone.pbx.kernel.AccountId;

/** A package bounds the extensions. */
@ApplicationScoped
class ExtensionsFit implements PackageFit {
    @Inject
    private ExtensionService extensions;

    @Override
    public List<Excess> beyond(AccountId account, Product smaller) {
        int present = extensions.list(account).size();
        return smaller.family() != Family.PACKAGE || present <= smaller.extensions()
                ? List.of()
                : List.of(new Excess("package.excess.extensions", present, smaller.extensions()));
    }
}
