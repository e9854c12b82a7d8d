package ro.clickphone.pbx.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import ro.clickphone.pbx.extension.ExtensionUse;
import ro.clickphone.pbx.extension.ExtensionUses;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** An agent of the queue cannot be deleted. */
@ApplicationScoped
class QueueUses implements ExtensionUses {
    @Inject
    private QueueService queues;

    @Override
    public List<ExtensionUse> of(AccountId account, ExtensionNumber extension) {
        return queues.settings(account).agents().contains(extension)
                ? List.of(ExtensionUse.of("use.queue"))
                : List.of();
    }
}
