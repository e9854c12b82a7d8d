package ro.clickphone.portal.fraud;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.fraud.FraudService;
import ro.clickphone.pbx.fraud.Pin;
import ro.clickphone.pbx.fraud.PinService;
import ro.clickphone.pbx.fraud.PinState;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** The frame of the five tabs (item 153), how it stands with the PIN, and calls that wait for a confirmation. */
@Named
@ViewScoped
public class AntiFraudView implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final List<String> TABS = List.of("limit", "restrictions", "sources", "mail", "pin");

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private PinService pins;

    @Inject
    private FraudService fraud;

    @Inject
    private Refusals refusals;

    private String tab;
    private String pin = "";

    public List<String> getTabs() {
        return TABS;
    }

    /** Without a PIN the section begins at its last tab (item 152). It stays there for as long as the page is open. */
    public String getTab() {
        if (tab == null || !TABS.contains(tab)) {
            tab = isPinMissing() ? "pin" : "limit";
        }
        return tab;
    }

    public void setTab(String tab) {
        this.tab = tab;
    }

    private PinState state() {
        return pins.state(me.id());
    }

    public boolean isPinMissing() {
        return state() instanceof PinState.None;
    }

    /** Empty unless it is locked. */
    public String getLockedUntil() {
        return state() instanceof PinState.Locked locked ? moment(locked.until()) : "";
    }

    /** Empty unless there is one. */
    public String getMadeAt() {
        return state() instanceof PinState.Set set ? moment(set.madeAt()) : "";
    }

    /** Partly hidden (item 158). */
    public String getAddress() {
        try {
            return pins.maskedAddress(me.id());
        } catch (Refusal refusal) {
            return refusals.text(refusal);
        }
    }

    public String renewPin() {
        try {
            pins.renew(me.id());
            refusals.done("fraud.pin.sent", getAddress());
        } catch (Refusal refusal) {
            refusals.show(refusal, "renew");
        }
        return null;
    }

    /** Since when international calls wait; empty when they do not. */
    public String getHeldSince() {
        Optional<Instant> since = fraud.settings(me.id()).heldSince();
        return since.map(this::moment).orElse("");
    }

    public String confirm() {
        try {
            fraud.confirm(me.id(), new Pin(pin));
            refusals.done("fraud.held.over");
        } catch (Refusal refusal) {
            refusals.show(refusal, "held");
        }
        return null;
    }

    private String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    /** A PIN is never shown again, not even to the one who typed it. */
    public String getPin() {
        return "";
    }

    public void setPin(String pin) {
        this.pin = pin == null ? "" : pin;
    }
}
