package org.coalition.initiatives.iati;

import static org.coalition.initiatives.Fixtures.ok;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Documents of the standard as callers get, check and send them; each one that is got is validated by the official schema. */
final class Publications {
    private static final Schema OFFICIAL = official();

    private Publications() {}

    private static Schema official() {
        try {
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
            URL activities = Publications.class.getResource("/iati/2.03/iati-activities-schema.xsd");
            return schemas.newSchema(activities);
        } catch (SAXException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The annotated example of the standard. */
    static String example() {
        try (InputStream file = Publications.class.getResourceAsStream("/iati/activity-example-annotated.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static Response get(String token, String query) {
        return request(token).accept("application/xml").get("/v1/iati/activities" + query);
    }

    /** The activities of an export, which is valid. */
    @CanIgnoreReturnValue
    static List<Element> activities(String token, String query) {
        return activities(ok(get(token, query)));
    }

    @CanIgnoreReturnValue
    static List<Element> activities(Response answer) {
        byte[] body = answer.asByteArray();
        validate(body);
        return elements(parse(body), "/iati-activities/iati-activity");
    }

    /** The only activity of the export of an initiative. */
    @CanIgnoreReturnValue
    static Element activity(String token, String initiative) {
        List<Element> activities =
                activities(token, "?initiativeId=" + initiative.substring(initiative.lastIndexOf('/') + 1));
        if (activities.size() != 1) {
            throw new AssertionError(activities.size() + " activities");
        }
        return activities.get(0);
    }

    static Response post(String token, String query, String prefer, String document) {
        return post(token, query, prefer, document.getBytes(StandardCharsets.UTF_8));
    }

    static Response post(String token, String query, String prefer, byte[] document) {
        RequestSpecification request = request(token).accept(ContentType.JSON).contentType("application/xml");
        if (prefer != null) {
            request.header("Prefer", prefer);
        }
        return request.body(document).post("/v1/iati/activities" + query);
    }

    static void validate(byte[] document) {
        try {
            Validator validator = OFFICIAL.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        } catch (SAXException invalid) {
            throw new AssertionError(invalid.getMessage() + "\n" + new String(document, StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static Element parse(byte[] document) {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newDefaultNSInstance();
            builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return builders.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static Element parse(String document) {
        return parse(document.getBytes(StandardCharsets.UTF_8));
    }

    static List<Element> elements(Node from, String path) {
        try {
            NodeList found = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(path, path.startsWith("/") ? from.getOwnerDocument() : from, XPathConstants.NODESET);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                elements.add((Element) found.item(i));
            }
            return elements;
        } catch (XPathExpressionException broken) {
            throw new AssertionError(broken);
        }
    }

    /** What XPath says of an element, as texts. */
    static List<String> values(Element from, String path) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, from, XPathConstants.NODESET);
            List<String> values = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                values.add(found.item(i).getTextContent());
            }
            return values;
        } catch (XPathExpressionException broken) {
            throw new AssertionError(broken);
        }
    }

    /**
     * What an element means: its name, attributes, text and children, each child's meaning among its siblings in an order of its own;
     * comments and white space between elements aside.
     */
    static String meaning(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.put(
                        "{" + attribute.getNamespaceURI() + "}" + attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        List<String> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(meaning(child));
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                text.append(node.getNodeValue());
            }
        }
        String own = children.isEmpty() ? text.toString() : text.toString().strip();
        return "{%s}%s%s[%s]\n%s"
                .formatted(
                        element.getNamespaceURI(),
                        element.getLocalName(),
                        attributes,
                        own,
                        children.stream().sorted().collect(Collectors.joining()).indent(1));
    }

    private static RequestSpecification request(String token) {
        return token == null ? RestAssured.given() : RestAssured.given().auth().oauth2(token);
    }
}
