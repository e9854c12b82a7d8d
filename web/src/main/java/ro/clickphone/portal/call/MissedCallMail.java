package ro.clickphone.portal.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ro.clickphone.pbx.call.MissedCallNotice;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Who gets a mail of each call that nobody took (manual, items 147 and 198). */
@Named
@RequestScoped
public class MissedCallMail {
    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private MissedCallNotice calls;

    @Inject
    private Refusals refusals;

    private String address;

    public void save() {
        try {
            if (getAddress().isBlank()) {
                calls.tellNobody(me.id());
                refusals.done("missed.off");
            } else {
                calls.tell(me.id(), address, language.getLocale().getLanguage());
                refusals.done("missed.on", address);
            }
        } catch (Refusal refusal) {
            refusals.show(refusal, "missed");
        }
    }

    public String getAddress() {
        if (address == null) {
            address = calls.address(me.id()).orElse("");
        }
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }
}
