package ro.clickphone.pbx.bank;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import ro.clickphone.pbx.kernel.Refusal;

/** A statement as ISO 20022's camt.053, of any version: names are read without their version's namespace. */
final class CamtStatement {
    /** A statement has boxes in boxes, about twenty; what is deeper would end the thread that reads it. */
    private static final String DEEPEST = "64";

    private CamtStatement() {}

    /** @throws Refusal {@code bank.file.unknown} */
    static Statement read(String text) {
        NodeList entries = parse(text).getElementsByTagNameNS("*", "Ntry");
        List<BankLine> lines = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            try {
                if (textOf(entry, "CdtDbtInd").equals("CRDT") && isBooked(entry)) {
                    lines.addAll(linesOf(entry));
                }
            } catch (RuntimeException e) {
                bad.add(BadLine.of(i + 1L, e));
            }
        }
        return new Statement(lines, bad);
    }

    /** What is only announced (PDNG, INFO) may yet not come. */
    private static boolean isBooked(Element entry) {
        String state = textOf(entry, "Sts", "Cd");
        return (state.isEmpty() ? textOf(entry, "Sts") : state).equals("BOOK");
    }

    /** A batch entry has a line for each of its transactions, if it tells their amounts. */
    private static List<BankLine> linesOf(Element entry) {
        NodeList details = entry.getElementsByTagNameNS("*", "TxDtls");
        if (details.getLength() <= 1) {
            Element only = details.getLength() == 1 ? (Element) details.item(0) : entry;
            return List.of(line(entry, only, first(entry, "Amt").orElseThrow()));
        }
        List<BankLine> lines = new ArrayList<>();
        for (int i = 0; i < details.getLength(); i++) {
            Element transaction = (Element) details.item(i);
            Element amount = first(transaction, "Amt")
                    .or(() -> path(transaction, "AmtDtls", "TxAmt", "Amt"))
                    .orElseThrow();
            lines.add(line(entry, transaction, amount));
        }
        return lines;
    }

    private static BankLine line(Element entry, Element transaction, Element amount) {
        return new BankLine(
                idOf(entry, transaction),
                date(entry),
                BankLine.amount(amount.getTextContent(), amount.getTextContent()),
                amount.getAttribute("Ccy"),
                firstOf(
                        textOf(transaction, "RltdPties", "Dbtr", "Nm"),
                        textOf(transaction, "RltdPties", "Dbtr", "Pty", "Nm")),
                textOf(transaction, "RltdPties", "DbtrAcct", "Id", "IBAN"),
                firstOf(textOf(transaction, "RmtInf", "Ustrd"), textOf(entry, "AddtlNtryInf")) + " "
                        + endToEnd(transaction));
    }

    private static String idOf(Element entry, Element transaction) {
        return firstOf(
                textOf(transaction, "Refs", "AcctSvcrRef"),
                firstOf(textOf(transaction, "Refs", "TxId"), textOf(entry, "AcctSvcrRef")));
    }

    private static String endToEnd(Element transaction) {
        String id = textOf(transaction, "Refs", "EndToEndId");
        return id.equals("NOTPROVIDED") ? "" : id;
    }

    private static LocalDate date(Element entry) {
        String day = firstOf(textOf(entry, "BookgDt", "Dt"), textOf(entry, "BookgDt", "DtTm"));
        return BankLine.date(day, text -> LocalDate.parse(text.substring(0, "yyyy-MM-dd".length())));
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static String textOf(Element from, String... path) {
        return path(from, path).map(found -> found.getTextContent().strip()).orElse("");
    }

    private static Optional<Element> path(Element from, String... path) {
        Optional<Element> found = Optional.of(from);
        for (String name : path) {
            found = found.flatMap(element -> first(element, name));
        }
        return found;
    }

    /** The first child of that name. */
    private static Optional<Element> first(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // a bank has no document type; who sends one wants our files (OWASP, XXE)
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser of XML lacks a feature", e);
        } catch (SAXException | java.io.IOException e) {
            throw new Refusal("bank.file.unknown", "file");
        }
    }
}
