package io.echeance.document;

import static net.sf.saxon.s9api.streams.Steps.descendant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.xml.sax.SAXException;

/**
 * The official rules of e-invoices: schema, EN 16931 (CEN, 1.3.16), and the French rules on it (FNFE-MPE, flow 2,
 * 1.3.0). They are what their authors have published, read from jars of which nothing else is used.
 *
 * <p>In this edition most of the French rules only warn; in later ones they refuse. So whatever they find counts here,
 * as does a rule that cannot be run.
 */
public final class OfficialRules {

    private static final QName ID = new QName("id");
    private static final Processor PROCESSOR = new Processor(false);

    public static final OfficialRules CII = new OfficialRules(
            List.of("external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd"),
            "external/schematron/1.3.16/cii/EN16931-CII-validation.xslt",
            "external/schematron/ctc/1.3.0/xslt/20260216_BR-FR-Flux2-Schematron-CII_V1.3.0.xslt");

    private static final String UBL_RULES = "external/schematron/1.3.16/ubl/EN16931-UBL-validation.xslt";
    private static final String UBL_FRENCH_RULES =
            "external/schematron/ctc/1.3.0/xslt/20260216_BR-FR-Flux2-Schematron-UBL_V1.3.0.xslt";

    public static final OfficialRules UBL = new OfficialRules(
            List.of(
                    "schemas/xml.xsd",
                    "schemas/xmldsig-core-schema.xsd",
                    "schemas/XAdES01903v132-201601.xsd",
                    "schemas/XAdES01903v141-201601.xsd",
                    "schemas/CCTS_CCT_SchemaModule.xsd",
                    "external/schemas/ubl21/maindoc/UBL-Invoice-2.1.xsd",
                    "external/schemas/ubl21/maindoc/UBL-CreditNote-2.1.xsd"),
            UBL_RULES,
            UBL_FRENCH_RULES);

    /**
     * What a rule has against a document.
     *
     * @param rule its name; {@code XSD} for the schema, {@code CRASH} where a rule cannot be run
     */
    public record Finding(String rule, String text) {}

    private final Schema schema;
    private final List<XsltExecutable> rules;

    private OfficialRules(List<String> schemas, String... rules) {
        this.schema = schema(schemas);
        this.rules = Stream.of(rules).map(OfficialRules::compiled).toList();
    }

    /** Nothing, where the document is well made. */
    public List<Finding> findings(byte[] document) {
        List<Finding> findings = new ArrayList<>();
        try {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
        } catch (SAXException e) {
            findings.add(new Finding("XSD", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try {
            XdmNode source = PROCESSOR.newDocumentBuilder().build(new StreamSource(new ByteArrayInputStream(document)));
            rules.forEach(executable -> findings.addAll(findings(executable, source)));
        } catch (SaxonApiException e) {
            findings.add(new Finding("CRASH", String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private static List<Finding> findings(XsltExecutable executable, XdmNode source) {
        XdmDestination report = new XdmDestination();
        Xslt30Transformer transformer = executable.load30();
        transformer.setErrorReporter(error -> {}); // Thrown, too.
        List<Finding> findings = new ArrayList<>();
        try {
            transformer.setGlobalContextItem(source);
            transformer.applyTemplates(source, report);
        } catch (SaxonApiException e) {
            findings.add(new Finding("CRASH", String.valueOf(e.getMessage())));
            return findings;
        }
        if (report.getXdmNode().select(descendant("fired-rule")).asList().isEmpty()) {
            findings.add(new Finding("CRASH", "no rule looked at it"));
        }
        for (String failure : List.of("failed-assert", "successful-report")) {
            report.getXdmNode()
                    .select(descendant(failure))
                    .forEach(failed -> findings.add(new Finding(
                            String.valueOf(failed.getAttributeValue(ID)),
                            failed.getStringValue().strip())));
        }
        return findings;
    }

    private static Schema schema(List<String> paths) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(paths.stream()
                            .map(path ->
                                    (Source) new StreamSource(resource(path).toString()))
                            .toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static XsltExecutable compiled(String path) {
        try {
            return PROCESSOR
                    .newXsltCompiler()
                    .compile(new StreamSource(resource(path).toString()));
        } catch (SaxonApiException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(OfficialRules.class.getClassLoader().getResource(path), path);
    }
}
