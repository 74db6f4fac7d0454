package io.echeance.topology.runtime;

import io.echeance.core.invoice.Language;
import io.echeance.topology.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * How long a topic keeps what stands on it, by what means, and why. The one table of it: the brokers are set by it and
 * checked, {@code retention run} works by it, and the page on privacy shows it.
 *
 * @param days how long; null: see the means
 * @param ground why so long, and no longer
 */
public record Retention(Topic topic, Means means, @Nullable Integer days, RetentionGround ground) {

    /** What sees to it. */
    public enum Means {
        /** Nothing goes by itself. */
        FOR_EVER("sans limite", "for ever"),
        /** The last record of a key stays. */
        COMPACTED("le dernier de chaque clé", "the last of each key"),
        /** The last record of a key stays; what is deleted is gone from the brokers within two days. */
        FORGETTING(
                "le dernier de chaque clé ; ce qui est supprimé est nettoyé en un jour",
                "the last of each key; what is deleted is cleaned within a day"),
        /** The brokers delete what is older. */
        BROKER("supprimé par les serveurs", "deleted by the brokers"),
        /** {@code retention run} deletes what is older and has been read. */
        RUN(
                "supprimé par `retention run`, une fois lu par le flux",
                "deleted by `retention run`, once the stream has read it");

        private final String french;
        private final String english;

        Means(String french, String english) {
            this.french = french;
            this.english = english;
        }
    }

    /** What was sent to us, and what was refused: time to mend it, three months and no more. */
    private static final int QUARTER = 90;

    private static final int A_YEAR = 365;

    private static final Map<String, String> FORGETS = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            millis(Duration.ofDays(1)),
            TopicConfig.SEGMENT_MS_CONFIG,
            millis(Duration.ofHours(1)),
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            millis(Duration.ofDays(1)),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.01");

    /** Of a topic. */
    public static Retention of(Topic topic) {
        return switch (topic) {
            case ORDERS, PAYMENTS, FINANCING_DECISIONS, COLLECTION_ACTIONS, CUSTOMER_ACTIONS, LEDGER_ACTIONS ->
                new Retention(topic, Means.RUN, QUARTER, RetentionGround.INPUT);
            case BUSINESS_DAYS -> new Retention(topic, Means.FOR_EVER, null, RetentionGround.CALENDAR);
            case TERMS, STATUTORY_RATES -> new Retention(topic, Means.COMPACTED, null, RetentionGround.REFERENCE);
            case PARTIES -> new Retention(topic, Means.FORGETTING, null, RetentionGround.PARTY);
            case PERSON_KEYS -> new Retention(topic, Means.FORGETTING, null, RetentionGround.KEYS);
            case FACTS -> new Retention(topic, Means.FOR_EVER, null, RetentionGround.LOG);
            case INVOICES, LEDGER_ENTRIES, REFUNDS, BANK_STATEMENTS, MONTH_CLOSINGS, CASH_DECISIONS, SUSPENSE_CHANGES ->
                new Retention(topic, Means.FOR_EVER, null, RetentionGround.BOOKS);
            case DUNNING_ALERTS, MAILINGS, SERVICE_HOLDS ->
                new Retention(topic, Means.FOR_EVER, null, RetentionGround.NOTICES);
            case TRIAL_BALANCES, STATEMENTS -> new Retention(topic, Means.COMPACTED, null, RetentionGround.BOOKS);
            case CUSTOMER_STANDING -> new Retention(topic, Means.COMPACTED, null, RetentionGround.STANDING);
            case REJECTED -> new Retention(topic, Means.BROKER, QUARTER, RetentionGround.MENDING);
            case ACCESS_LOG -> new Retention(topic, Means.BROKER, A_YEAR, RetentionGround.ACCESSES);
        };
    }

    public static List<Retention> all() {
        return Arrays.stream(Topic.values()).map(Retention::of).toList();
    }

    /** What the brokers are set to. */
    public Map<String, String> settings() {
        return switch (means) {
            case COMPACTED -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case FORGETTING -> FORGETS;
            case FOR_EVER -> deleting("-1", Map.of(TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
            // What is deleted lies on a disk until its file ends; every day brings a record, so that one does.
            case RUN ->
                deleting(
                        "-1",
                        Map.of(
                                TopicConfig.RETENTION_BYTES_CONFIG,
                                "-1",
                                TopicConfig.SEGMENT_MS_CONFIG,
                                millis(Duration.ofDays(1))));
            case BROKER -> {
                String after = millis(Duration.ofDays(days == null ? 0 : days));
                Map<String, String> settings = new HashMap<>(
                        deleting(after, Map.of(TopicConfig.SEGMENT_MS_CONFIG, millis(Duration.ofDays(1)))));
                // By when they were refused, not by when that was sent which was.
                settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
                yield settings;
            }
        };
    }

    private static Map<String, String> deleting(String after, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, after);
        return settings;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    /** In words: how long. */
    public String howLong(Language language) {
        String by = language.in(means.french, means.english);
        return days == null ? by : days + language.in(" jours ; ", " days; ") + by;
    }
}
