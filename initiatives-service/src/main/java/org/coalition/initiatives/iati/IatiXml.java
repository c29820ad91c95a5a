package org.coalition.initiatives.iati;

import static javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD;
import static javax.xml.XMLConstants.ACCESS_EXTERNAL_SCHEMA;
import static javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Result;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * XML in and out. What comes in is not trusted: no DTD and so no entities, nothing fetched, no deep nests, and valid by the
 * standard's own schema, so that it can be given back. All of it is the platform's own parser, whatever else is on the class path.
 */
@Singleton
class IatiXml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String MOST_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final String MOST_ATTRIBUTES = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";

    private final Schema schema = IatiSchema.load();

    /**
     * The document element of a valid document.
     *
     * @throws Malformed 400 if it is none; each fault with its line and column
     */
    Branch read(byte[] body) {
        if (body == null || body.length == 0) {
            throw new Malformed(Fault.at("", "no-body", "The request needs an iati-activities document as its body."));
        }
        SchemaFaults faults = new SchemaFaults();
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature(FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature(NO_DOCTYPE, true);
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            reader.setProperty(MOST_DEPTH, "40");
            reader.setProperty(MOST_ATTRIBUTES, "40");
            Validator validator = schema.newValidator();
            validator.setProperty(ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(faults);
            validator.validate(new SAXSource(reader, new InputSource(new ByteArrayInputStream(body))));
            faults.throwIfAny();
            return new Branch(builder().parse(new ByteArrayInputStream(body)).getDocumentElement());
        } catch (SAXParseException unreadable) {
            throw faults.and(unreadable);
        } catch (SAXException | IOException unreadable) {
            throw new Malformed(Fault.at("", "no-xml", "The body is no well-formed XML without a DTD."));
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("Every Java platform parses XML", missing);
        }
    }

    /** An activity that was kept as text; it came through here before. */
    Element activity(String text) {
        try {
            return builder().parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("A kept activity cannot be read", impossible);
        }
    }

    /** An activity as text, to be kept. */
    String text(Element activity) {
        StringWriter text = new StringWriter();
        transform(activity, new StreamResult(text), "yes");
        return text.toString();
    }

    /** A new element without a place. */
    Branch root(String name) {
        try {
            Document document = builder().newDocument();
            return new Branch((Element) document.appendChild(document.createElementNS(null, name)));
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("Every Java platform parses XML", missing);
        }
    }

    /** A document of these activities. */
    byte[] document(Branch root, List<Element> activities) {
        Document document = root.element().getOwnerDocument();
        activities.forEach(activity -> root.element().appendChild(document.importNode(activity, true)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        transform(root.element(), new StreamResult(bytes), "no");
        return bytes.toByteArray();
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newDefaultNSInstance();
        builders.setFeature(FEATURE_SECURE_PROCESSING, true);
        builders.setFeature(NO_DOCTYPE, true);
        builders.setAttribute(ACCESS_EXTERNAL_DTD, "");
        builders.setAttribute(ACCESS_EXTERNAL_SCHEMA, "");
        builders.setIgnoringComments(true);
        DocumentBuilder builder = builders.newDocumentBuilder();
        builder.setErrorHandler(new SchemaFaults());
        return builder;
    }

    private static void transform(Element element, Result result, String withoutDeclaration) {
        try {
            TransformerFactory transformers = TransformerFactory.newDefaultInstance();
            transformers.setFeature(FEATURE_SECURE_PROCESSING, true);
            transformers.setAttribute(ACCESS_EXTERNAL_DTD, "");
            transformers.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            Transformer transformer = transformers.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, withoutDeclaration);
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(element), result);
        } catch (TransformerException impossible) {
            throw new IllegalStateException("A tree can be written", impossible);
        }
    }
}
