package io.echeance.bench;

import java.util.Locale;

/** What a benchmark that is a program of its own says. */
final class Printing {

    private Printing() {}

    @SuppressWarnings("SystemOut") // a program of its own
    static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
        System.out.flush();
    }
}
