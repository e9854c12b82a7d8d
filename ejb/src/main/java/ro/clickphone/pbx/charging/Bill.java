package ro.clickphone.pbx.charging;

import ro.clickphone.pbx.call.CallPrice;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.rating.Price;
import ro.clickphone.pbx.rating.Tariff;

/** The talks of one call, summed. @param number of the first one */
record Bill(String number, CallPrice price) {
    static final Bill NOTHING = new Bill("", CallPrice.NONE);

    boolean isEmpty() {
        return number.isEmpty();
    }

    Bill plus(String another, Tariff tariff, Price talk) {
        if (isEmpty()) {
            return new Bill(
                    another, new CallPrice(talk.amount(), tariff.destination(), talk.included(), talk.arithmetic()));
        }
        Money sum = price.amount().plus(talk.amount());
        return new Bill(
                number,
                new CallPrice(
                        sum,
                        price.destination(),
                        price.includedSeconds() + talk.included(),
                        price.arithmetic() + "; " + another + ": " + talk.arithmetic()));
    }
}
