package org.coalition.initiatives.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The schema of the standard's version 2.03, as it comes with us: nothing is fetched. */
final class IatiSchema {
    private static final String FOLDER = "/iati/2.03/";
    private static final String OURS = "iati";

    private IatiSchema() {}

    static Schema load() {
        try {
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            schemas.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, OURS);
            DOMImplementationLS inputs = (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
            schemas.setResourceResolver((type, namespace, publicId, systemId, base) -> ours(inputs, name(systemId)));
            return schemas.newSchema(
                    new StreamSource(open("iati-activities-schema.xsd"), OURS + ":/iati-activities-schema.xsd"));
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException("The schema of the standard cannot be read", broken);
        }
    }

    private static String name(String systemId) {
        return systemId.substring(systemId.lastIndexOf('/') + 1);
    }

    private static InputStream open(String name) {
        InputStream file = IatiSchema.class.getResourceAsStream(FOLDER + name);
        if (file == null) {
            throw new UncheckedIOException(new IOException("There is no " + FOLDER + name));
        }
        return file;
    }

    /** A file of ours, under a name that leads nowhere else. */
    private static LSInput ours(DOMImplementationLS inputs, String file) {
        LSInput ours = inputs.createLSInput();
        ours.setSystemId(OURS + ":/" + file);
        ours.setBaseURI(OURS + ":/");
        ours.setByteStream(open(file));
        return ours;
    }
}
