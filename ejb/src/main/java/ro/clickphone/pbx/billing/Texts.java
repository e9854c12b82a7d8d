package ro.clickphone.pbx.billing;

import ro.clickphone.pbx.kernel.Refusal;

/** What may stand on an invoice: trimmed, one line, not too long. */
final class Texts {
    private Texts() {}

    /** @throws Refusal of that code when it is empty, too long or has control characters */
    static String required(String code, String field, String text, int longest) {
        String trimmed = optional(code, field, text, longest);
        if (trimmed.isEmpty()) {
            throw new Refusal(code, field, longest);
        }
        return trimmed;
    }

    /** @throws Refusal of that code when it is too long or has control characters */
    static String optional(String code, String field, String text, int longest) {
        String trimmed = text.strip();
        if (trimmed.length() > longest || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(code, field, longest);
        }
        return trimmed;
    }
}
