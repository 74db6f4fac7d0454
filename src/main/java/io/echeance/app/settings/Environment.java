package io.echeance.app.settings;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The environment's word on the settings: {@code ECHEANCE_BOOTSTRAP_SERVERS} is {@code bootstrap.servers}. A character
 * of a key that is no letter or digit is an underscore.
 */
final class Environment {

    static final String PREFIX = "ECHEANCE_";

    private Environment() {}

    /** Key by variable. */
    static SortedMap<String, String> keys(Map<String, String> environment) {
        SortedMap<String, String> keys = new TreeMap<>();
        environment.keySet().stream()
                .filter(variable -> variable.startsWith(PREFIX))
                .forEach(variable -> keys.put(variable, key(variable)));
        return keys;
    }

    private static String key(String variable) {
        String dotted =
                variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
        return Stream.of(Setting.values())
                .filter(setting -> setting.variable().equals(variable))
                .map(Setting::key)
                .findFirst()
                .orElse(dotted);
    }
}
