package ro.clickphone.pbx.document;

/** The way of the money, under its code in UNCL4461. */
public enum PaidBy {
    BANK_TRANSFER("30", "ordin de plată"),
    CARD("48", "card bancar"),
    /** Nothing is paid: an advance that was invoiced before pays it. */
    ADVANCE("97", "compensare cu avansul");

    private final String code;
    private final String words;

    PaidBy(String code, String words) {
        this.code = code;
        this.words = words;
    }

    String code() {
        return code;
    }

    String words() {
        return words;
    }
}
