package ro.clickphone.pbx.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import ro.clickphone.pbx.extension.ExtensionUse;
import ro.clickphone.pbx.extension.ExtensionUses;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** An agent of the queue, or its way out, cannot be deleted before it is taken off. */
@ApplicationScoped
class QueueUses implements ExtensionUses {
    @Inject
    private QueueService queues;

    @Override
    public List<ExtensionUse> of(AccountId account, ExtensionNumber extension) {
        QueueSettings settings = queues.settings(account);
        List<ExtensionUse> uses = new ArrayList<>();
        if (settings.extensions().contains(extension)) {
            uses.add(ExtensionUse.of("use.queue"));
        }
        if (settings.waiting().wayOut().equals(new WayOut.ToExtension(extension))) {
            uses.add(ExtensionUse.of("use.queue.wayOut"));
        }
        return uses;
    }
}
