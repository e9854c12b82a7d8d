package ro.clickphone.pbx.document;

/**
 * A rule of the tax office that an XML breaks.
 *
 * @param rule {@code BR-RO-100}; {@code XSD} when it is not even UBL
 */
public record Finding(String rule, String text) {
    @Override
    public String toString() {
        return rule + ": " + text;
    }
}
