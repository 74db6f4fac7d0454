package io.echeance.serde.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of one value, in the order in which they come first. An account names its order, its documents and its
 * payers again and again: each is written whole once.
 *
 * <p>Who writes and who reads keep the same table: it changes with the form, and then the version of every state does.
 */
final class Texts {

    /** Known before the first one. */
    private static final List<String> ALWAYS = List.of("EUR");

    /** Shorter ones cost as much to name as to write. */
    private static final int SHORTEST = 3;

    private static final int MOST = 400;
    /** How many of the latest are looked at for a common beginning or end. */
    private static final int LOOKED_AT = 24;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** A text that begins and ends as another one does: with so many of its characters. */
    record Alike(int place, int beginning, int end) {

        private static final Alike NONE = new Alike(0, 0, 0);
    }

    private final boolean looksUp;

    /** @param looksUp whether it is asked where a text stands: to write */
    Texts(boolean looksUp) {
        this.looksUp = looksUp;
        clear();
    }

    void clear() {
        texts.clear();
        places.clear();
        ALWAYS.forEach(this::add);
    }

    void add(String text) {
        if (text.length() >= SHORTEST && texts.size() < MOST) {
            if (looksUp) {
                places.put(text, texts.size());
            }
            texts.add(text);
        }
    }

    /** Where the text stands; -1: it does not. */
    int place(String text) {
        return places.getOrDefault(text, -1);
    }

    /** @throws CannotCarry if there is none */
    String at(int place) {
        if (place < 0 || place >= texts.size()) {
            throw new CannotCarry("it names a text that is not there");
        }
        return texts.get(place);
    }

    /** Where most of a text stands already, at the beginning and at the end; nothing if it is too little to name. */
    Alike alike(String text) {
        Alike best = Alike.NONE;
        int most = SHORTEST;
        for (int n = texts.size() - 1; n >= Math.max(0, texts.size() - LOOKED_AT); n--) {
            String other = texts.get(n);
            int shorter = Math.min(other.length(), text.length());
            if (shorter <= most) {
                continue;
            }
            int beginning = common(other, text);
            int end = ending(other, text, shorter - beginning);
            // How many characters are not written, less what it takes to say so.
            int saved = beginning + Math.max(0, end - 1);
            if (saved > most) {
                best = new Alike(n, beginning, end);
                most = saved;
            }
        }
        return best;
    }

    /**
     * The longest of the latest texts that stands in bytes at a place; -1: none. Only those of plain letters, digits
     * and signs (ASCII), and none so short that naming it takes as much.
     */
    int within(byte[] bytes, int from, int until) {
        int best = -1;
        int length = SHORTEST;
        for (int n = texts.size() - 1; n >= Math.max(0, texts.size() - LOOKED_AT); n--) {
            String text = texts.get(n);
            if (text.length() > length && from + text.length() <= until && stands(text, bytes, from)) {
                best = n;
                length = text.length();
            }
        }
        return best;
    }

    private static boolean stands(String text, byte[] bytes, int from) {
        for (int n = 0; n < text.length(); n++) {
            // A byte of another letter is negative, and no character is.
            if (bytes[from + n] != text.charAt(n)) {
                return false;
            }
        }
        return true;
    }

    private static int common(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int n = 0;
        while (n < most && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        // Never between the halves of one character.
        return n > 0 && n < b.length() && Character.isLowSurrogate(b.charAt(n)) ? n - 1 : n;
    }

    private static int ending(String a, String b, int most) {
        int n = 0;
        while (n < most && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
            n++;
        }
        return n > 0 && Character.isLowSurrogate(b.charAt(b.length() - n)) ? n - 1 : n;
    }
}
