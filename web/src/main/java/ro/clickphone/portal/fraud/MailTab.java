package ro.clickphone.portal.fraud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ro.clickphone.pbx.fraud.Pin;
import ro.clickphone.pbx.fraud.SecurityMailService;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** Another address for the PIN: asked for with the PIN, confirmed with a code from the old address (item 159). */
@Named
@RequestScoped
public class MailTab {
    @Inject
    private Me me;

    @Inject
    private SecurityMailService mails;

    @Inject
    private Refusals refusals;

    private String mail = "";
    private String code = "";
    private String pin = "";

    /** The address that waits for its confirmation; empty when none does. */
    public String getWanted() {
        return mails.wanted(me.id()).orElse("");
    }

    public String ask() {
        try {
            mails.ask(me.id(), new Pin(pin), mail);
            refusals.done("fraud.mail.asked");
        } catch (Refusal refusal) {
            refusals.show(refusal, "change");
        }
        return null;
    }

    public String confirm() {
        try {
            mails.confirm(me.id(), code);
            refusals.done("fraud.mail.changed");
        } catch (Refusal refusal) {
            refusals.show(refusal, "confirm");
        }
        return null;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail == null ? "" : mail;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }

    public String getPin() {
        return "";
    }

    public void setPin(String pin) {
        this.pin = pin == null ? "" : pin;
    }
}
