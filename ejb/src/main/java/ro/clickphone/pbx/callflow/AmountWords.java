package ro.clickphone.pbx.callflow;

import java.util.ArrayList;
import java.util.List;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.kernel.Money;

/** Euro and cents, put together as the table of prompts explains. */
final class AmountWords {
    private static final long MICROS_IN_A_CENT = 10_000;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;
    /** A customer who has more knows it. */
    private static final int HIGHEST = 999_999;

    private static final int DE_FROM = 20;

    private final List<Prompt> words = new ArrayList<>();
    private final String language;

    private AmountWords(String language) {
        this.language = language;
    }

    /** Rounded down to a whole cent. */
    static List<Prompt> of(Money amount, String language) {
        AmountWords spoken = new AmountWords(language);
        if (amount.isNegative()) {
            spoken.say("minus");
        }
        long cents = Math.abs(amount.micros()) / MICROS_IN_A_CENT;
        int euro = (int) Math.min(HIGHEST, cents / HUNDRED);
        int rest = (int) (cents % HUNDRED);
        if (euro > 0 || rest == 0) {
            spoken.counted(euro, "euro-one", "euro");
        }
        if (euro > 0 && rest > 0) {
            spoken.say("and");
        }
        if (rest > 0) {
            spoken.counted(rest, "cent-one", "cents");
        }
        return List.copyOf(spoken.words);
    }

    private void counted(int count, String one, String many) {
        if (count == 1) {
            say(one);
            return;
        }
        number(count, "");
        linked(count);
        say(many);
    }

    private void number(int count, String gender) {
        int thousands = count / THOUSAND;
        if (thousands == 1) {
            say("thousand");
        } else if (thousands > 1) {
            number(thousands, "-f");
            linked(thousands);
            say("thousands");
        }
        int hundreds = count % THOUSAND / HUNDRED;
        if (hundreds > 0) {
            say("hundred-" + hundreds);
        }
        int rest = count % HUNDRED;
        if (rest > 0 || count == 0) {
            boolean gendered = isRomanian() && rest != 11 && (rest % 10 == 1 || rest % 10 == 2);
            say("number-" + rest + (gendered ? gender : ""));
        }
    }

    /** 20 <em>de</em> euro, 100 <em>de</em> euro, but 119 euro. */
    private void linked(int count) {
        int rest = count % HUNDRED;
        if (isRomanian() && count > 0 && (rest == 0 || rest >= DE_FROM)) {
            say("of");
        }
    }

    private boolean isRomanian() {
        return language.equals("ro");
    }

    private void say(String name) {
        words.add(new Prompt.System(name, language));
    }
}
