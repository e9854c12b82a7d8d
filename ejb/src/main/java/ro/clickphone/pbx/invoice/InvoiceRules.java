package ro.clickphone.pbx.invoice;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import ro.clickphone.pbx.document.CiusRo;

/** The tax office's rules take seconds to be read; whoever is about to issue something has them read meanwhile. */
@ApplicationScoped
public class InvoiceRules {
    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean asked = new AtomicBoolean();

    /** Returns at once. */
    public void prepare() {
        if (asked.compareAndSet(false, true)) {
            var unused = executor.submit(CiusRo::prepare);
        }
    }
}
