package ro.clickphone.pbx.efactura;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The tax office's small answers: a {@code header} with attributes, and {@code Error(s)} with {@code errorMessage}s. They
 * come over the network, so nothing outside them is read.
 *
 * @param attributes of the first element
 */
record OfficeXml(Map<String, String> attributes, List<String> errors) {
    private static final int MOST_ERRORS = 20;

    OfficeXml {
        attributes = Map.copyOf(attributes);
        errors = List.copyOf(errors);
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isBlank());
    }

    /** One of the office's own numbers, which become part of addresses. */
    Optional<String> id(String name) {
        return attribute(name).filter(OfficeXml::isId);
    }

    static boolean isId(String text) {
        return text.matches("[0-9A-Za-z-]{1,32}");
    }

    String errorText() {
        return String.join("; ", errors);
    }

    /** @throws IllegalArgumentException when it is no XML */
    static OfficeXml parse(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            Map<String, String> first = new HashMap<>();
            List<String> errors = new ArrayList<>();
            boolean root = true;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                Map<String, String> attributes = attributesOf(reader);
                if (root) {
                    first.putAll(attributes);
                    root = false;
                }
                String error = attributes.get("errorMessage");
                if (error != null && errors.size() < MOST_ERRORS) {
                    errors.add(error);
                }
            }
            return new OfficeXml(first, errors);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("no XML of the tax office", e);
        }
    }

    /** The number of the invoice or credit note in a document of ours: the {@code ID} right under the root. */
    static Optional<String> documentNumber(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth == 2 && reader.getLocalName().equals("ID")) {
                        return Optional.of(reader.getElementText().strip());
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> attributesOf(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
