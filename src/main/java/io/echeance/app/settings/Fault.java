package io.echeance.app.settings;

/**
 * Something wrong in the settings.
 *
 * @param place the file with its line, or the environment's variable
 * @param sentence what is wrong, and how to mend it
 */
public record Fault(String place, String key, String sentence) {

    @Override
    public String toString() {
        return place + ": " + key + ": " + sentence;
    }
}
