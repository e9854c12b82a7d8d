package ro.clickphone.portal.call;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.callflow.CallBackService;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.rating.RateService;
import ro.clickphone.pbx.rating.Tariff;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.wallet.Amounts;

/** Call Back (manual, item 46): the own phone rings, or a mobile, then the number is called; what it costs is said before. */
@Named
@ViewScoped
public class CallBackView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 24;

    @Inject
    private Me me;

    @Inject
    private CallBackService calls;

    @Inject
    private ExtensionService extensions;

    @Inject
    private LivePresence presence;

    @Inject
    private RateService rates;

    @Inject
    private Refusals refusals;

    @Inject
    private Language language;

    private String first = "";
    private String number = "";
    private int extension;

    /** A phone that may ring first. */
    public record Phone(int number, String name, boolean online) {}

    @PostConstruct
    void choose() {
        List<Phone> all = getPhones();
        extension = all.stream()
                .filter(Phone::online)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Phone::number)
                .orElse(0);
    }

    public List<Phone> getPhones() {
        return extensions.list(me.id()).stream()
                .map(one -> new Phone(
                        one.number().value(), one.name(), presence.of(one.who()).online()))
                .toList();
    }

    public void call() {
        try {
            if (first.isEmpty()) {
                calls.call(me.id(), new ExtensionNumber(extension), number);
                refusals.done("callBack.done", extension, number);
            } else {
                calls.callFrom(me.id(), new ExtensionNumber(extension), first, number);
                refusals.done("callBack.doneFirst", first, number);
            }
        } catch (Refusal refusal) {
            refusals.show(refusal, "call");
        }
    }

    /** Nothing for what is no number yet, or an extension. */
    public String getPrice() {
        return price(number);
    }

    /** What the first leg costs, when it leads outside. */
    public String getFirstPrice() {
        return price(first);
    }

    private String price(String called) {
        Optional<Tariff> tariff = called.length() > 3 ? rates.lookUp(called) : Optional.empty();
        return tariff.map(found -> refusals.text(
                        "callBack.price",
                        List.of(found.destination(), Amounts.fourDecimals(found.perMinute(), language.getLocale()))))
                .orElse("");
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String wanted) {
        number = bounded(wanted);
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String wanted) {
        first = bounded(wanted);
    }

    private static String bounded(String wanted) {
        String text = wanted == null ? "" : wanted.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    public int getExtension() {
        return extension;
    }

    public void setExtension(int extension) {
        this.extension = extension;
    }
}
