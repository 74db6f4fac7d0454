package io.echeance.console;

import java.util.Map;

/**
 * A page before it is written.
 *
 * @param template that writes it
 * @param place see {@link Frame}
 * @param dated whether it shows another day when asked
 * @param content parameters of the template
 */
record Screen(int status, String template, String title, String place, boolean dated, Map<String, Object> content) {

    private static final int OK = 200;

    static Screen of(String template, String title, String place, Map<String, Object> content) {
        return new Screen(OK, template, title, place, false, content);
    }

    Screen forAnyDay() {
        return new Screen(status, template, title, place, true, content);
    }

    Screen withStatus(int other) {
        return new Screen(other, template, title, place, dated, content);
    }
}
