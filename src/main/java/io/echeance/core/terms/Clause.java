package io.echeance.core.terms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a value of a seller's terms stands written, as its pack says. */
public sealed interface Clause {

    /** What stands in no text: chosen so that the seller can run. Its text begins with {@code ours}. */
    record Ours(String text) implements Clause {

        public static final Ours PLAIN = new Ours("ours");

        @Override
        public String toString() {
            return text;
        }
    }

    /** What the law gives where the seller's text is silent: {@code law, Code civil, 1231-6}. */
    record OfLaw(String articles) implements Clause {

        private static final String LAW = "law, ";

        @Override
        public String toString() {
            return LAW + articles;
        }
    }

    /** A place in the seller's text, {@code art. 5.3}; a remark may say what of it is ours all the same. */
    record InText(String text) implements Clause {

        private static final Pattern REMARK = Pattern.compile(" \\([^)]*ours[^)]*\\)$");

        /** Without the remark. */
        public String place() {
            Matcher remark = REMARK.matcher(text);
            return remark.replaceFirst("");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What its text in a pack means; anything does. */
    static Clause parse(String text) {
        if (text.startsWith(OfLaw.LAW)) {
            return new OfLaw(text.substring(OfLaw.LAW.length()));
        }
        return text.startsWith(Ours.PLAIN.text()) ? new Ours(text) : new InText(text);
    }
}
