package ro.clickphone.pbx.efactura;

/** What the tax office says of a document that it has. */
sealed interface Judgement {
    /** {@code in prelucrare}. */
    record Pending() implements Judgement {}

    /** {@code ok}. @param messageId of the sealed answer */
    record Accepted(String messageId) implements Judgement {}

    /** {@code nok}. @param messageId of the answer that says why */
    record Refused(String messageId) implements Judgement {}

    /** {@code XML cu erori nepreluat de sistem}: refused without an answer to fetch. */
    record Unreadable(String why) implements Judgement {}
}
