package io.echeance.topology;

import io.echeance.core.order.DerivedIds;
import io.echeance.serde.Bindings;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.Parcel;
import io.echeance.serde.record.ReferenceNews;
import io.echeance.topology.node.Packing;
import io.echeance.topology.node.Unpacking;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** From part to part, in parcels: to where a key leads; the marker of a day to all partitions. */
final class Handing {

    private static final Serde<String> KEY = Serdes.String();

    private Handing() {}

    /** @param name of the topic, and of what is done here */
    static <V> KStream<String, V> on(KStream<String, V> said, String name, Binding<V> values, int partitions) {
        return on(said, name, values, partitions, UnaryOperator.identity());
    }

    /** By the ids of payments: a part of one goes where that is. */
    static <V> KStream<String, V> onToPayments(
            KStream<String, V> said, String name, Binding<V> values, int partitions) {
        return on(said, name, values, partitions, DerivedIds::whole);
    }

    private static <V> KStream<String, V> on(
            KStream<String, V> said, String name, Binding<V> values, int partitions, UnaryOperator<String> leads) {
        return said.process(Packing.node(name, values, partitions, leads), Named.as(name + "-packed"))
                .repartition(Repartitioned.with(KEY, Packing.serde(values))
                        .withStreamPartitioner(Packing.asAddressed())
                        .withName(name))
                .process(Unpacking.node(), Named.as(name + "-unpacked"));
    }

    /** To where names are known, which comes before: what is handed on to it is read there too. */
    static void toNames(KStream<String, ReferenceNews> said, String name, int partitions) {
        Binding<ReferenceNews> news = Bindings.REFERENCE_NEWS;
        Produced<String, Parcel<ReferenceNews>> parcels = Produced.with(KEY, Packing.serde(news));
        said.process(Packing.node(name, news, partitions, UnaryOperator.identity()), Named.as(name + "-packed"))
                .to(
                        "names-repartition",
                        parcels.withStreamPartitioner(Packing.asAddressed()).withName(name + "-to-names"));
    }
}
