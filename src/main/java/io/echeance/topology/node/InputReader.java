package io.echeance.topology.node;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Fact;
import io.echeance.serde.Bindings;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.BusinessDay;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stands on the input topics and on the log; waits for the registry where it has to. */
public final class InputReader {

    private final RegistryRetry patience;
    private final RecordReader<LoggedFact> log;
    private final RecordReader<Party> parties;
    private final RecordReader<CustomerFact> customers;
    private final RecordReader<MonthClosed> closings;
    private final TopicNames topics;
    private final Map<Topic, Reader> inputs;

    @FunctionalInterface
    private interface Reader {
        Reading<LoggedFact.Entry> read(byte @Nullable [] value, long arrivedBy);
    }

    /** @param topics what they are called on the brokers */
    public InputReader(RegistrySerdes serdes, RegistryRetry patience, TopicNames topics) {
        this.topics = topics;
        this.patience = patience;
        this.log = serdes.reader(Bindings.LOG_RECORD);
        this.parties = serdes.reader(Bindings.PARTY);
        this.customers = serdes.reader(Bindings.CUSTOMER_FACT);
        this.closings = serdes.reader(Bindings.MONTH_CLOSED);
        this.inputs = Map.of(
                Topic.ORDERS, facts(serdes, Topic.ORDERS, Bindings.ORDER_FACT),
                Topic.PAYMENTS, facts(serdes, Topic.PAYMENTS, Bindings.PAYMENT_FACT),
                Topic.FINANCING_DECISIONS, facts(serdes, Topic.FINANCING_DECISIONS, Bindings.FUNDING_FACT),
                Topic.COLLECTION_ACTIONS, facts(serdes, Topic.COLLECTION_ACTIONS, Bindings.COLLECTION_FACT),
                Topic.BUSINESS_DAYS, reader(serdes, Topic.BUSINESS_DAYS, Bindings.BUSINESS_DAY, InputReader::day));
    }

    private static LoggedFact.Entry day(BusinessDay day) {
        return switch (day) {
            case BusinessDay.DayClosed closed -> closed;
        };
    }

    private static <F extends Fact> Reader facts(RegistrySerdes serdes, Topic topic, Binding<F> binding) {
        return reader(serdes, topic, binding, Received::new);
    }

    private static <T> Reader reader(
            RegistrySerdes serdes, Topic topic, Binding<T> binding, Function<T, LoggedFact.Entry> entry) {
        RecordReader<T> reader = serdes.reader(binding);
        return (value, arrivedBy) -> switch (reader.read(topic.id(), value, arrivedBy)) {
            case Reading.Readable<T>(T read) -> new Reading.Readable<>(entry.apply(read));
            case Reading.Unreadable<T>(String sentence) -> new Reading.Unreadable<>(sentence);
        };
    }

    /** What a topic is called on the brokers. */
    String name(Topic topic) {
        return topics.of(topic);
    }

    /** The topic that has this name on the brokers. */
    Topic topic(String name) {
        return topics.named(name).orElseThrow();
    }

    /** Whether facts of orders, money and days stand on it. */
    boolean isInput(Topic topic) {
        return inputs.containsKey(topic);
    }

    /**
     * A record of an input topic.
     *
     * @param arrivedBy the stream's time, which stands still while records are worked off that were fetched before
     */
    Reading<LoggedFact.Entry> input(Topic topic, byte @Nullable [] value, long arrivedBy) {
        Reader reader = Objects.requireNonNull(inputs.get(topic), topic::id);
        return patience.with(() -> reader.read(value, arrivedBy));
    }

    /** A record of {@code parties}. */
    Reading<Party> party(byte @Nullable [] value, long arrivedBy) {
        return patience.with(() -> parties.read(Topic.PARTIES.id(), value, arrivedBy));
    }

    /** A record of {@code customer-actions}. */
    Reading<CustomerFact> customer(byte @Nullable [] value, long arrivedBy) {
        return patience.with(() -> customers.read(Topic.CUSTOMER_ACTIONS.id(), value, arrivedBy));
    }

    /** A record of {@code ledger-actions}. */
    Reading<MonthClosed> closing(byte @Nullable [] value, long arrivedBy) {
        return patience.with(() -> closings.read(Topic.LEDGER_ACTIONS.id(), value, arrivedBy));
    }

    /** A record of the log. */
    Reading<LoggedFact> log(byte @Nullable [] value) {
        return patience.with(() -> log.read(Topic.FACTS.id(), value));
    }
}
