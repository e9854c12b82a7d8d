package ro.clickphone.pbx.tax;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ro.clickphone.pbx.kernel.Refusal;

/** The National Bank's table of a day (nbrfxrates.xml). Pure; it comes over the network, so nothing outside it is read. */
final class BnrTable {
    private BnrTable() {}

    /**
     * What a euro is worth from the day after the table's, since the bank says it in the afternoon (art. 290: the last rate
     * that was said).
     *
     * @throws IllegalArgumentException when it is no such table
     */
    static EuroRate read(byte[] table) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(table));
            String day = "";
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("Cube")) {
                    day = String.valueOf(reader.getAttributeValue(null, "date"));
                } else if (reader.getLocalName().equals("Rate")
                        && "EUR".equals(reader.getAttributeValue(null, "currency"))) {
                    return new EuroRate(
                            LocalDate.parse(day).plusDays(1),
                            new BigDecimal(reader.getElementText().strip()));
                }
            }
            throw new IllegalArgumentException("no euro in the table");
        } catch (XMLStreamException | DateTimeException | NumberFormatException | Refusal e) {
            throw new IllegalArgumentException("no table of the National Bank: " + e.getMessage(), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
