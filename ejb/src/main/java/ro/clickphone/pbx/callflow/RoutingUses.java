package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import ro.clickphone.pbx.extension.ExtensionUse;
import ro.clickphone.pbx.extension.ExtensionUses;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** An extension that incoming calls ring directly cannot be deleted. */
@ApplicationScoped
class RoutingUses implements ExtensionUses {
    @Inject
    private RoutingService routing;

    @Override
    public List<ExtensionUse> of(AccountId account, ExtensionNumber extension) {
        return routing.destination(account)
                .filter(to -> to instanceof Destination.Extensions ring
                        && ring.extensions().contains(extension))
                .map(to -> List.of(ExtensionUse.of("use.routing")))
                .orElse(List.of());
    }
}
