package io.echeance.document.page;

import io.echeance.core.invoice.Language;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A page in the making, element by element. It is a tree from the start, so what is put in as text is text, whatever
 * it holds: there is nothing to escape.
 */
final class Markup {

    private static final String STYLESHEET = Resource.text("page.css");

    private final Document document = empty();
    private final Typeface typeface = Typeface.ofThisThread();
    private final Language language;
    private Element at;
    private boolean lossy;
    private boolean everyScript;
    private boolean rightToLeft;

    /** @param style rules beside those of the stylesheet */
    Markup(Language language, String title, String style) {
        this.language = language;
        at = document.createElement("html");
        at.setAttribute("lang", language.code());
        document.appendChild(at);
        in("head", "", () -> {
            put("title", "", title);
            at.appendChild(document.createElement("style")).setTextContent(STYLESHEET + style);
        });
    }

    Document document() {
        return document;
    }

    /**
     * As a browser reads it.
     *
     * @param style rules beside those of the page
     */
    String html(String style) {
        Node rules = document.getElementsByTagName("style").item(0);
        rules.setTextContent(rules.getTextContent() + style);
        StringWriter written = new StringWriter();
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.METHOD, "html");
            writer.setOutputProperty(OutputKeys.INDENT, "no");
            writer.transform(new DOMSource(document), new StreamResult(written));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return "<!doctype html>" + written;
    }

    Language language() {
        return language;
    }

    /** Some character could not be written: {@link Typeface#NO_GLYPH} stands in its place. */
    boolean isLossy() {
        return lossy;
    }

    /** Some text needs {@link Typeface#OTHER_SCRIPTS}. */
    boolean needsEveryScript() {
        return everyScript;
    }

    /** Some text runs from right to left. */
    boolean isRightToLeft() {
        return rightToLeft;
    }

    /** An element around what {@code content} puts. */
    void in(String element, String classes, Runnable content) {
        Element outer = at;
        at = document.createElement(element);
        if (!classes.isEmpty()) {
            at.setAttribute("class", classes);
        }
        outer.appendChild(at);
        content.run();
        at = outer;
    }

    void put(String element, String classes, String text) {
        in(element, classes, () -> text(text));
    }

    void text(String text) {
        String written = typeface.written(text);
        lossy |= written.contains(Typeface.NO_GLYPH) && !text.contains(Typeface.NO_GLYPH);
        everyScript |= typeface.needsOtherScripts(written);
        if (RightToLeft.isIn(written)) {
            rightToLeft = true;
            // In the direction of its own first letter, and without effect on what stands beside it.
            Element isolated = document.createElement("bdi");
            isolated.appendChild(document.createTextNode(written));
            at.appendChild(isolated);
        } else {
            at.appendChild(document.createTextNode(written));
        }
    }

    /** Of the element that is being made. */
    void attribute(String name, String value) {
        at.setAttribute(name, value);
    }

    /** A small label above what it is the label of. */
    void labelled(String label, String value) {
        put("div", "label", label);
        put("div", "value", value);
    }

    /** Chooses the wording in the language of the page. */
    String say(String french, String english) {
        return language.in(french, english);
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
