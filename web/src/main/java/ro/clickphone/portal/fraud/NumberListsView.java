package ro.clickphone.portal.fraud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ro.clickphone.pbx.fraud.CallRules;
import ro.clickphone.pbx.fraud.FraudService;
import ro.clickphone.pbx.fraud.NumberLine;
import ro.clickphone.pbx.fraud.NumberPattern;
import ro.clickphone.pbx.fraud.Pin;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** Black and white lists of numbers, in and out, and callers without a number (item 40). */
@Named
@RequestScoped
public class NumberListsView {
    @Inject
    private Me me;

    @Inject
    private FraudService fraud;

    @Inject
    private Refusals refusals;

    private NumberLine.Way way = NumberLine.Way.IN;
    private NumberLine.Colour colour = NumberLine.Colour.BLACK;
    private String number = "";
    private String note = "";
    private String pin = "";
    private List<NumberLine> lines;

    public List<NumberLine> getLines() {
        if (lines == null) {
            lines = fraud.lines(me.id());
        }
        return lines;
    }

    public NumberLine.Way[] getWays() {
        return NumberLine.Way.values();
    }

    public NumberLine.Colour[] getColours() {
        return NumberLine.Colour.values();
    }

    public boolean isAnonymousRefused() {
        return fraud.settings(me.id()).anonymous() == CallRules.Anonymous.REFUSED;
    }

    public String add() {
        return order(() -> {
            fraud.addLine(me.id(), new Pin(pin), new NumberLine(way, NumberPattern.parse(number), colour, note));
            number = "";
            note = "";
        });
    }

    public String remove(NumberLine line) {
        return order(() -> fraud.removeLine(me.id(), new Pin(pin), line));
    }

    public String refuseAnonymous() {
        return order(() -> fraud.setAnonymous(me.id(), new Pin(pin), CallRules.Anonymous.REFUSED));
    }

    public String admitAnonymous() {
        return order(() -> fraud.setAnonymous(me.id(), new Pin(pin), CallRules.Anonymous.ADMITTED));
    }

    private String order(Runnable change) {
        try {
            change.run();
            refusals.done("fraud.numbers.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "numbers");
        }
        lines = null;
        return null;
    }

    public NumberLine.Way getWay() {
        return way;
    }

    public void setWay(NumberLine.Way way) {
        this.way = way;
    }

    public NumberLine.Colour getColour() {
        return colour;
    }

    public void setColour(NumberLine.Colour colour) {
        this.colour = colour;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number == null ? "" : number;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }

    public String getPin() {
        return "";
    }

    public void setPin(String pin) {
        this.pin = pin == null ? "" : pin;
    }
}
