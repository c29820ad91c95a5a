package org.coalition.initiatives.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
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
            schemas.setResourceResolver(
                    (type, namespace, publicId, systemId, base) -> new Ours(systemId, open(name(systemId))));
            return schemas.newSchema(
                    new StreamSource(open("iati-activities-schema.xsd"), OURS + ":/iati-activities-schema.xsd"));
        } catch (SAXException broken) {
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
    private record Ours(String file, InputStream content) implements LSInput {
        @Override
        public InputStream getByteStream() {
            return content;
        }

        @Override
        public String getSystemId() {
            return OURS + ":/" + name(file);
        }

        @Override
        public String getBaseURI() {
            return OURS + ":/";
        }

        @Override
        public Reader getCharacterStream() {
            return null;
        }

        @Override
        public String getStringData() {
            return null;
        }

        @Override
        public String getPublicId() {
            return null;
        }

        @Override
        public String getEncoding() {
            return null;
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCharacterStream(Reader reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setByteStream(InputStream stream) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setStringData(String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setSystemId(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setPublicId(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setBaseURI(String uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setEncoding(String encoding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setCertifiedText(boolean certified) {
            throw new UnsupportedOperationException();
        }
    }
}
