package io.echeance.topology.node;

import io.echeance.serde.StateCodec;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.Parcel;
import io.echeance.serde.binding.Parcel.Item;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.ReferenceNews.PayerForgotten;
import io.echeance.serde.record.RuleNews;
import io.echeance.topology.store.AtCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what goes from one part to another: at the end of each transaction one {@link Parcel} for each partition has
 * all of it, in order. {@link Unpacking} is on the other side. The marker of a day, how rules were used on it, and
 * whoever is to be forgotten go to every partition, alone and behind all that came before.
 */
public final class Packing<V> implements Processor<String, V, String, Parcel<V>> {

    /** So many values of a parcel at most. */
    static final int MOST = 250;

    /** So many bytes, unless a single value has more: a record may have 1 MiB. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final String EVERYBODY = "*";

    private final String name;
    private final StateCodec<Parcel<V>> codec;
    private final int partitions;
    private final UnaryOperator<String> leads;
    private final SortedMap<Integer, List<Item<V>>> gathered = new TreeMap<>();
    private ProcessorContext<String, Parcel<V>> context;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Packing(String name, StateCodec<Parcel<V>> codec, int partitions, UnaryOperator<String> leads) {
        this.name = name;
        this.codec = codec;
        this.partitions = partitions;
        this.leads = leads;
    }

    /**
     * @param partitions of the part that they go to
     * @param leads what of a key says to which of them
     */
    public static <V> ProcessorSupplier<String, V, String, Parcel<V>> node(
            String name, Binding<V> values, int partitions, UnaryOperator<String> leads) {
        StateCodec<Parcel<V>> codec = StateCodec.of(values.parcels());
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, V, String, Parcel<V>> get() {
                return new Packing<>(name, codec, partitions, leads);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(AtCommit.of(name));
            }
        };
    }

    /** Of parcels of such values. */
    public static <V> Serde<Parcel<V>> serde(Binding<V> values) {
        StateCodec<Parcel<V>> codec = StateCodec.of(values.parcels());
        return Serdes.serdeFrom(
                (topic, parcel) -> bytes(parcel, codec), codec.serde().deserializer());
    }

    /** A parcel goes to the partition that its key names. */
    public static <V> StreamPartitioner<String, Parcel<V>> asAddressed() {
        return (topic, key, parcel, partitions) ->
                Optional.of(key.equals(EVERYBODY) ? LogPartitioner.all(partitions) : Set.of(Integer.parseInt(key)));
    }

    private static <V> byte[] bytes(Parcel<V> parcel, StateCodec<Parcel<V>> codec) {
        byte[] encoded = parcel.encoded();
        return encoded == null ? codec.encode(parcel) : encoded;
    }

    @Override
    public void init(ProcessorContext<String, Parcel<V>> context) {
        this.context = context;
        this.gathered.clear();
        AtCommit.does(name, context, this::send);
    }

    @Override
    public void process(Record<String, V> record) {
        V value = record.value();
        Item<V> item = new Item<>(record.key(), value, record.timestamp());
        if (isOfADay(value) || value instanceof RuleNews || value instanceof PayerForgotten) {
            send();
            send(EVERYBODY, List.of(item));
            return;
        }
        int partition = LogPartitioner.partition(leads.apply(record.key()), partitions);
        List<Item<V>> there = gathered.computeIfAbsent(partition, none -> new ArrayList<>());
        there.add(item);
        if (there.size() >= MOST) {
            gathered.remove(partition);
            send(LogPartitioner.key(partition), there);
        }
    }

    /** Whether it is no news of anything, but the marker of a day. */
    static boolean isOfADay(@Nullable Object value) {
        return value instanceof DayMarker
                || value instanceof LoggedFact entry && !(entry.payload() instanceof LoggedFact.Received);
    }

    private void send() {
        gathered.forEach((partition, items) -> send(LogPartitioner.key(partition), items));
        gathered.clear();
    }

    private void send(String to, List<Item<V>> items) {
        Parcel<V> parcel = new Parcel<>(items);
        byte[] bytes = codec.encode(parcel);
        if (bytes.length > MOST_BYTES && items.size() > 1) {
            int half = items.size() / 2;
            send(to, items.subList(0, half));
            send(to, items.subList(half, items.size()));
            return;
        }
        parcel.encoded(bytes);
        context.forward(new Record<>(to, parcel, items.getFirst().at()));
    }
}
