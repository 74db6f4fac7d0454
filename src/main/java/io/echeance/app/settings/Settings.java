package io.echeance.app.settings;

import io.echeance.topology.TopicNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings that hold together, by key. */
public final class Settings {

    /** @param origin the file with its line, the environment's variable, or "default" */
    public record Value(String text, String origin) {}

    private final SortedMap<String, Value> values;

    Settings(SortedMap<String, Value> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** What holds, by key, the defaults included. */
    public SortedMap<String, Value> values() {
        return values;
    }

    public String text(Setting setting) {
        Value value = values.get(setting.key());
        if (value == null) {
            throw new IllegalStateException(setting.key() + " is not set");
        }
        return value.text();
    }

    public int count(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public boolean isTrue(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    public boolean has(Setting setting) {
        return values.containsKey(setting.key());
    }

    /** What the topics are called. */
    public TopicNames topics() {
        return new TopicNames(text(Setting.TOPICS_PREFIX));
    }

    /** All of them, as Kafka's clients and the registry's serde take them. */
    public Map<String, Object> forClients() {
        Map<String, Object> all = new HashMap<>();
        values.forEach((key, value) -> all.put(key, value.text()));
        return all;
    }

    /** Those that Kafka's clients and Kafka Streams know, by their own names. */
    public Map<String, Object> forKafka() {
        Map<String, Object> kafka = new HashMap<>();
        values.forEach((key, value) -> {
            if (Allowed.isKafkas(key)) {
                kafka.put(key, value.text());
            }
        });
        return kafka;
    }

    /** The same with other values. */
    public Settings with(Map<String, String> others, String origin) {
        SortedMap<String, Value> more = new TreeMap<>(values);
        others.forEach((key, text) -> more.put(key, new Value(text, origin)));
        return new Settings(more);
    }
}
