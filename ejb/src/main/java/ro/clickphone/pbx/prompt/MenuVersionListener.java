package ro.clickphone.pbx.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import ro.clickphone.pbx.ivr.MenuVersionEvent;

/** Lets the messages of the menus go with their versions, in the same transaction. */
@ApplicationScoped
class MenuVersionListener {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    void happened(@Observes MenuVersionEvent event) {
        MenuMessages messages = new MenuMessages(db, event.account());
        switch (event.kind()) {
            case APPLIED -> messages.apply(event.version());
            case RESTORED -> messages.restore(event.version());
            case RESET -> messages.reset();
            case FORGOTTEN -> messages.forget(event.version());
        }
    }
}
