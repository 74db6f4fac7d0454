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
    /** How many of the latest are looked at for a common beginning. */
    private static final int LOOKED_AT = 24;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** A text that begins as another one does. */
    record Beginning(int place, int length) {}

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

    /** The longest beginning that the text shares with one of the latest; of length 0 if it is too short to name. */
    Beginning beginning(String text) {
        int best = 0;
        int length = SHORTEST;
        for (int n = texts.size() - 1; n >= Math.max(0, texts.size() - LOOKED_AT); n--) {
            int common = common(texts.get(n), text);
            if (common > length) {
                best = n;
                length = common;
            }
        }
        return new Beginning(best, length == SHORTEST ? 0 : length);
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
}
