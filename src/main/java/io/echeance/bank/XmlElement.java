package io.echeance.bank;

import io.echeance.bank.RefusedFile.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document, by local names: the namespaces say the version only.
 *
 * @param currency the attribute {@code Ccy}; null: it has none
 * @param text its beginning: more than any element of a bank's file has
 * @param firsts of its children the first of each name: an entry asks for its own for each of its details
 * @param place the line on which it begins
 */
record XmlElement(
        String name,
        @Nullable String currency,
        String text,
        List<XmlElement> children,
        Map<String, XmlElement> firsts,
        String place) {

    private static final int DEEPEST = 50;
    /** In characters: enough to see that it is longer than what is read of a text. */
    private static final int LONGEST = 2 * Written.LONGEST;

    /** Reads the element whose start was just read, to its end. */
    static XmlElement read(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        return read(xml, 0);
    }

    private static XmlElement read(XMLStreamReader xml, int depth) throws XMLStreamException, RefusedFile {
        String name = xml.getLocalName();
        String currency = xml.getAttributeValue(null, "Ccy");
        String place = place(xml);
        if (depth > DEEPEST) {
            throw new RefusedFile(Cause.NOT_WELL_FORMED, place, "its elements are nested more than 50 deep");
        }
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        for (int event = next(xml); event != XMLStreamConstants.END_ELEMENT; event = next(xml)) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, xml.getText());
                default -> {} // Comments and the like.
            }
        }
        return new XmlElement(name, currency, text.toString(), children, firsts(children), place);
    }

    private static Map<String, XmlElement> firsts(List<XmlElement> children) {
        if (children.isEmpty()) {
            return Map.of();
        }
        Map<String, XmlElement> firsts = new HashMap<>();
        children.forEach(child -> firsts.putIfAbsent(child.name, child));
        return firsts;
    }

    /** One blank of several. Each detail of an entry has the entry's texts: of a long one each would read all of it. */
    private static void append(StringBuilder text, String more) {
        for (int at = 0; at < more.length() && text.length() < LONGEST; at++) {
            char one = more.charAt(at);
            boolean isDoubled = isBlank(one) && !text.isEmpty() && isBlank(text.charAt(text.length() - 1));
            if (!isDoubled) {
                text.append(one);
            }
        }
    }

    private static boolean isBlank(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one);
    }

    /** The next event; types and entities are refused, whatever they say. */
    static int next(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new RefusedFile(
                    Cause.NOT_WELL_FORMED, place(xml), "it declares types or entities, which no bank's file does");
        }
        return event;
    }

    static String place(XMLStreamReader xml) {
        return "line " + Math.max(1, xml.getLocation().getLineNumber());
    }

    /** The first element at the end of the path {@code A/B/C}; null: there is none. */
    @Nullable
    XmlElement at(String path) {
        XmlElement found = this;
        for (String step : path.split("/", -1)) {
            found = found.firsts.get(step);
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    List<XmlElement> all(String called) {
        return children.stream().filter(child -> child.name.equals(called)).toList();
    }

    /** The text of the first of these paths that has one; null: none has. */
    @Nullable
    String text(String... paths) {
        for (String path : paths) {
            XmlElement element = at(path);
            String found = element == null ? null : Written.text(element.text);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The first of these paths at which there is an element; null: at none. */
    @Nullable
    XmlElement first(String... paths) {
        for (String path : paths) {
            XmlElement element = at(path);
            if (element != null) {
                return element;
            }
        }
        return null;
    }
}
