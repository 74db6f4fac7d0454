package io.echeance.topology;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** What lies on the topics that a stream writes, when what is deleted there is cleaned. */
final class HeldWords {

    /** By topic: what was read before is not there to be read again. */
    private final Map<String, Map<String, String>> held = new TreeMap<>();

    void read(TopologyTestDriver driver) {
        for (String topic : driver.producedTopicNames()) {
            Map<String, String> kept = held.computeIfAbsent(topic, none -> new LinkedHashMap<>());
            for (TestRecord<byte[], byte[]> record : driver.createOutputTopic(
                            topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()) {
                String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.ISO_8859_1);
                String row = topic.endsWith("-changelog") ? key : key + kept.size();
                if (record.value() == null) {
                    kept.remove(row);
                } else {
                    kept.put(row, key + new String(record.value(), StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** On which topics a word lies, but for those that others write to and those that are passed through. */
    Set<String> holding(String word) {
        Set<String> holding = new TreeSet<>();
        held.forEach((topic, kept) -> {
            if (!topic.endsWith("-repartition")
                    && Topic.of(Topic.Role.INPUT).stream()
                            .noneMatch(input -> input.id().equals(topic))
                    && kept.values().stream()
                            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word))) {
                holding.add(topic.replaceFirst("^test-", ""));
            }
        });
        return holding;
    }
}
