package ro.clickphone.engine.sip;

import ro.clickphone.engine.api.TrunkConfig.NumberFormat;

/** Numbers as a carrier wants them written. Short numbers (112, 1930) have one form everywhere. */
final class NumberWriting {
    private NumberWriting() {}

    static String write(String number, NumberFormat format) {
        if (!number.startsWith("+")) {
            return number;
        }
        return switch (format) {
            case E164_PLUS -> number;
            case E164 -> number.substring(1);
            case NATIONAL -> number.startsWith("+40") ? "0" + number.substring(3) : "00" + number.substring(1);
        };
    }
}
