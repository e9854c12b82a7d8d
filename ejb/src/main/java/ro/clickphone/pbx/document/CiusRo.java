package ro.clickphone.pbx.document;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.ciusro.CIUS_ROValidation;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The official rules: the schema of UBL 2.1, EN 16931, and CIUS-RO 1.0.9. They are many and load slowly, so they are read
 * at the first question, not at the start of the exchange.
 */
public final class CiusRo {
    private static final String SCHEMA = "XSD";

    /** Keeps to the schema, so that the layers after it are asked too, and to little else. */
    private static final String LEAST_INVOICE = """
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <b:ID>1</b:ID><b:IssueDate>2026-01-01</b:IssueDate>
              <a:AccountingSupplierParty/><a:AccountingCustomerParty/>
              <a:LegalMonetaryTotal><b:PayableAmount currencyID="EUR">0</b:PayableAmount></a:LegalMonetaryTotal>
              <a:InvoiceLine>
                <b:ID>1</b:ID><b:LineExtensionAmount currencyID="EUR">0</b:LineExtensionAmount><a:Item/>
              </a:InvoiceLine>
            </Invoice>
            """;

    private CiusRo() {}

    /** Read once, when first asked for. */
    private static final class Rules {
        private static final ValidationExecutorSetRegistry<IValidationSourceXML> ALL = read();

        private static ValidationExecutorSetRegistry<IValidationSourceXML> read() {
            ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();
            EN16931Validation.initEN16931(registry);
            CIUS_ROValidation.initCIUS_RO(registry);
            return registry;
        }
    }

    /** Has the rules read and compiled, which takes seconds the first time. */
    public static void prepare() {
        var unused = preparation();
    }

    static List<Finding> preparation() {
        return check(DocumentKind.INVOICE, LEAST_INVOICE);
    }

    /** The rules that it breaks; empty when the tax office will take it. */
    public static List<Finding> check(DocumentKind kind, String xml) {
        DVRCoordinate rules = kind == DocumentKind.CREDIT_NOTE
                ? CIUS_ROValidation.VID_CIUS_RO_UBL_CREDITNOTE_109
                : CIUS_ROValidation.VID_CIUS_RO_UBL_INVOICE_109;
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                Rules.ALL.getOfID(rules),
                ValidationSourceXML.create("document", parse(xml)),
                Locale.ENGLISH);
        return results.getAllErrors().stream().map(CiusRo::finding).toList();
    }

    private static Finding finding(IError error) {
        return new Finding(
                Optional.ofNullable(error.getErrorID()).orElse(SCHEMA),
                Optional.ofNullable(error.getErrorText(Locale.ENGLISH)).orElse(""));
    }

    /** @throws IllegalArgumentException when it is no XML */
    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser of XML lacks a feature", e);
        } catch (SAXException | java.io.IOException e) {
            throw new IllegalArgumentException("no XML: " + e.getMessage(), e);
        }
    }
}
