package io.echeance.document;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML by hand: what is written follows from what was said, byte for byte. */
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String INDENT = "  ";

    /** What stands in an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    /** What stands in a document. */
    interface Root {
        void write(Xml xml) throws XMLStreamException;
    }

    private final XMLStreamWriter out;
    private int depth;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /** @param namespaces by prefix; the empty prefix is that of elements without one */
    static byte[] document(String name, Map<String, String> namespaces, Root root) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            out.writeStartElement(name);
            for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
                if (namespace.getKey().isEmpty()) {
                    out.writeDefaultNamespace(namespace.getValue());
                } else {
                    out.writeNamespace(namespace.getKey(), namespace.getValue());
                }
            }
            root.write(new Xml(out));
            out.writeCharacters("\n");
            out.writeEndElement();
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing to read or write can fail here", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An element of elements. */
    void in(String name, Content content) throws XMLStreamException {
        depth++;
        line();
        out.writeStartElement(name);
        content.write();
        line();
        out.writeEndElement();
        depth--;
    }

    /**
     * An element of text; none where there is no text.
     *
     * @param attributes names and values in turn
     */
    void put(String name, @Nullable String text, String... attributes) throws XMLStreamException {
        String plain = text == null ? "" : plain(text);
        if (plain.isEmpty()) {
            return;
        }
        depth++;
        line();
        out.writeStartElement(name);
        for (int n = 0; n < attributes.length; n += 2) {
            out.writeAttribute(attributes[n], attributes[n + 1]);
        }
        out.writeCharacters(plain);
        out.writeEndElement();
        depth--;
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + INDENT.repeat(depth));
    }

    /** What XML 1.0 cannot say is left out, an end of line is a space, and the ends are bare. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == '\n' || point == '\t' || point == '\r' ? ' ' : point)
                .filter(Xml::isAllowed)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static boolean isAllowed(int point) {
        return point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000 && point <= 0x10FFFF;
    }
}
