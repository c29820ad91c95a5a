package org.coalition.initiatives.iati;

import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** What the schema has against a document, as far as a caller can use it. */
final class SchemaFaults implements ErrorHandler {
    private static final int MOST = 50;

    private final List<Fault> faults = new ArrayList<>();

    @Override
    public void warning(SAXParseException warning) {
        // Nothing that stands in the way.
    }

    @Override
    public void error(SAXParseException error) {
        if (faults.size() < MOST) {
            faults.add(fault("not-valid", error));
        }
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXParseException {
        throw error;
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new Malformed(faults);
        }
    }

    /** These, and where the document could not be read on. */
    Malformed and(SAXParseException last) {
        faults.add(fault("no-xml", last));
        return new Malformed(faults);
    }

    /** The validator's own message names the elements that it expects; its code in front says nothing to a caller. */
    private static Fault fault(String code, SAXParseException error) {
        String message = error.getMessage() == null ? "cannot be read" : error.getMessage();
        return Fault.at(
                "",
                code,
                "Line %d, column %d: %s"
                        .formatted(
                                error.getLineNumber(),
                                error.getColumnNumber(),
                                message.replaceFirst("^[a-zA-Z0-9.-]+: ", "")));
    }
}
