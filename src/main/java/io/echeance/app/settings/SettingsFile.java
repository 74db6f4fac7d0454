package io.echeance.app.settings;

import io.echeance.app.settings.Settings.Value;
import io.echeance.query.http.QuerySettings;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from a file of Java properties in UTF-8, {@code key=value} a line, and from the environment, which
 * wins.
 */
public final class SettingsFile {

    private static final Map<String, String> LOCAL = Map.of(
            Setting.BOOTSTRAP_SERVERS.key(), "localhost:9092",
            Setting.APICURIO_REGISTRY_URL.key(), "http://localhost:8081/apis/registry/v3");

    private final String name;
    private final SortedMap<String, Value> values = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private SettingsFile(String name) {
        this.name = name;
    }

    /**
     * The settings of a file.
     *
     * @param name of the file
     * @throws WrongSettings with all that is wrong in it
     */
    public static Settings read(String name, String text, Map<String, String> environment) {
        SettingsFile file = new SettingsFile(name);
        file.take(text);
        return file.settings(environment);
    }

    /** Without a file: the demo's addresses, unless the environment says others. */
    public static Settings local(Map<String, String> environment) {
        SettingsFile none = new SettingsFile("no file");
        LOCAL.forEach((key, value) -> {
            boolean otherRegistry = environment.containsKey(Setting.SCHEMA_REGISTRY_URL.variable())
                    && key.equals(Setting.APICURIO_REGISTRY_URL.key());
            if (!otherRegistry) {
                none.values.put(key, new Value(value, "default"));
            }
        });
        return none.settings(environment);
    }

    private Settings settings(Map<String, String> environment) {
        overrule(environment);
        values.forEach(this::check);
        require();
        requireAccess();
        if (!faults.isEmpty()) {
            throw new WrongSettings(faults);
        }
        for (Setting setting : Setting.values()) {
            setting.standard().ifPresent(text -> values.putIfAbsent(setting.key(), new Value(text, "default")));
        }
        return new Settings(values);
    }

    private void take(String text) {
        List<String> lines = text.lines().toList();
        try {
            Properties properties = new Properties() {
                @Override
                public synchronized @Nullable Object put(Object key, Object value) {
                    read(lines, key.toString(), value.toString().strip());
                    return super.put(key, value);
                }
            };
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            faults.add(
                    new Fault(name, "", "a \\u must be followed by four hexadecimal digits: write \\\\ for one \\."));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(List<String> lines, String key, String value) {
        int times = values.containsKey(key) ? 2 : 1;
        String place = name + ":" + line(lines, key, times);
        if (times > 1) {
            faults.add(new Fault(place, key, "this stands here a second time: keep one of them."));
        }
        values.put(key, new Value(value, place));
    }

    /** The line of the n-th mention of a key, from 1. */
    private static int line(List<String> lines, String key, int n) {
        int found = 0;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).stripLeading();
            boolean ends = line.length() == key.length()
                    || (line.length() > key.length() && "=: \t".indexOf(line.charAt(key.length())) >= 0);
            if (line.startsWith(key) && ends && ++found == n) {
                return number;
            }
        }
        return 1;
    }

    private void overrule(Map<String, String> environment) {
        Environment.keys(environment).forEach((variable, key) -> {
            String text = environment.getOrDefault(variable, "").strip();
            values.put(key, new Value(text, variable));
        });
    }

    private void check(String key, Value value) {
        Optional<String> objection = Allowed.objectionTo(key);
        if (objection.isEmpty() && value.text().isEmpty()) {
            objection = Optional.of("it has no value: give it one, or leave it out.");
        }
        if (objection.isEmpty()) {
            objection = Setting.named(key).flatMap(setting -> setting.objectionTo(value.text()));
        }
        objection.ifPresent(sentence -> faults.add(new Fault(value.origin(), key, sentence)));
    }

    private void require() {
        String brokers = Setting.BOOTSTRAP_SERVERS.key();
        if (!values.containsKey(brokers)) {
            faults.add(new Fault(name, brokers, "it is missing: say where the brokers are, like localhost:9092."));
        }
        boolean confluent = value(Setting.VALUE_SERIALIZER).startsWith("io.confluent");
        Setting registry = confluent ? Setting.SCHEMA_REGISTRY_URL : Setting.APICURIO_REGISTRY_URL;
        boolean either = values.containsKey(Setting.APICURIO_REGISTRY_URL.key())
                || values.containsKey(Setting.SCHEMA_REGISTRY_URL.key());
        boolean foreign = values.containsKey(Setting.VALUE_SERIALIZER.key()) && !confluent;
        if (!values.containsKey(registry.key()) && !(foreign && either)) {
            faults.add(
                    new Fault(name, registry.key(), "it is missing: say where the registry is. " + registry.meaning()));
        }
        if (values.containsKey(Setting.VALUE_SERIALIZER.key())
                != values.containsKey(Setting.VALUE_DESERIALIZER.key())) {
            faults.add(new Fault(
                    name,
                    "value.serializer, value.deserializer",
                    "one is named without the other: name both, of one library."));
        }
    }

    /** Who may be asked by whom: wrong together, though each is right by itself. */
    private void requireAccess() {
        boolean listens = !value(Setting.QUERY_PORT).equals("-1");
        String host = values.containsKey(Setting.QUERY_HOST.key())
                ? value(Setting.QUERY_HOST)
                : Setting.QUERY_HOST.standard().orElseThrow();
        if (listens && !QuerySettings.isLoopback(host)) {
            if (!values.containsKey(Setting.QUERY_TOKENS.key())) {
                faults.add(new Fault(
                        name,
                        Setting.QUERY_TOKENS.key(),
                        "it is missing: beyond the loopback interface it answers only who shows a token."));
            }
            if (!values.containsKey(Setting.APPLICATION_SERVER.key())) {
                faults.add(new Fault(
                        name,
                        Setting.APPLICATION_SERVER.key(),
                        "it is missing: say where the other instances reach this one, like app-1:8090."));
            }
        }
        if (values.containsKey(Setting.QUERY_TLS_KEYSTORE.key())
                != values.containsKey(Setting.QUERY_TLS_PASSWORD.key())) {
            faults.add(new Fault(
                    name,
                    "query.tls.keystore, query.tls.password",
                    "one is named without the other: name both, or neither."));
        }
    }

    private String value(Setting setting) {
        Value value = values.get(setting.key());
        return value == null ? "" : value.text();
    }
}
