package ro.clickphone.portal.fraud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import ro.clickphone.pbx.fraud.FraudService;
import ro.clickphone.pbx.fraud.OnAlarm;
import ro.clickphone.pbx.fraud.Pin;
import ro.clickphone.pbx.fraud.UseAlarm;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Alarms of unusual use, and what the next one does. */
@Named
@RequestScoped
public class AlarmsTab {
    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private FraudService fraud;

    @Inject
    private Refusals refusals;

    private List<UseAlarm> list;
    private OnAlarm answer;
    private String pin = "";

    public List<UseAlarm> getList() {
        if (list == null) {
            list = fraud.alarms(me.id());
        }
        return list;
    }

    /** What was found, beside what is usual. */
    public String words(UseAlarm alarm) {
        Locale locale = language.getLocale();
        String country = new Locale("", alarm.subject()).getDisplayCountry(locale);
        return refusals.text("fraud.alarm." + alarm.kind(), List.of(alarm.found(), alarm.usual(), country));
    }

    public String moment(UseAlarm alarm) {
        return Moments.moment(alarm.at(), me.zone(), language.getLocale());
    }

    public List<OnAlarm> getAnswers() {
        return List.of(OnAlarm.values());
    }

    public String save() {
        try {
            fraud.setOnAlarm(me.id(), new Pin(pin), answer);
            refusals.done("fraud.alarms.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "alarms");
        }
        return null;
    }

    public OnAlarm getAnswer() {
        return answer == null ? fraud.settings(me.id()).onAlarm() : answer;
    }

    public void setAnswer(OnAlarm answer) {
        this.answer = answer;
    }

    public String getPin() {
        return "";
    }

    public void setPin(String pin) {
        this.pin = pin == null ? "" : pin;
    }
}
