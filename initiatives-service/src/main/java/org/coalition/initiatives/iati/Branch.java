package org.coalition.initiatives.iati;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of an activity: to be read, or in the making. */
record Branch(Element element) {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** A new child, at the end. */
    Branch add(String name) {
        Document document = element.getOwnerDocument();
        return new Branch((Element) element.appendChild(document.createElementNS(null, name)));
    }

    /** Adds an attribute; null adds none. */
    @CanIgnoreReturnValue
    Branch with(String attribute, Object value) {
        if (value != null) {
            element.setAttributeNS(null, attribute, legal(value.toString()));
        }
        return this;
    }

    @CanIgnoreReturnValue
    Branch text(String text) {
        element.setTextContent(legal(text));
        return this;
    }

    /** Adds a narrative in the language of the activity. */
    @CanIgnoreReturnValue
    Branch narrative(String text) {
        add("narrative").text(text);
        return this;
    }

    String attribute(String name) {
        return element.getAttribute(name).strip();
    }

    /** The child elements of the standard itself, in their order. */
    List<Branch> children() {
        return elements()
                .filter(child -> child.getNamespaceURI() == null)
                .map(Branch::new)
                .toList();
    }

    List<Branch> children(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    Optional<Branch> child(String name) {
        return children(name).stream().findFirst();
    }

    String name() {
        return element.getLocalName();
    }

    String text() {
        return element.getTextContent().strip();
    }

    /** The narrative in English or in no stated language, or else the first one; empty without. */
    String narrative() {
        List<Branch> narratives = children("narrative");
        return narratives.stream()
                .filter(narrative -> isPlain(narrative.element))
                .findFirst()
                .or(() -> narratives.stream().findFirst())
                .map(Branch::text)
                .orElse("");
    }

    private static boolean isPlain(Element narrative) {
        String language = narrative.getAttributeNS(XML, "lang");
        return language.isEmpty() || language.toLowerCase(Locale.ROOT).startsWith("en");
    }

    /** All child elements, those of other standards too. */
    Stream<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                elements.add(child);
            }
        }
        return elements.stream();
    }

    /** XML has no place for most control characters, nor for halves of a surrogate pair. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(point -> isLegal(point) ? point : 0xfffd).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point < 0xd800
                || point >= 0xe000 && point < 0xfffe
                || point >= 0x10000;
    }
}
