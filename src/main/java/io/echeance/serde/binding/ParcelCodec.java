package io.echeance.serde.binding;

import io.echeance.serde.binding.Parcel.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

/** Values one behind the other, each behind its key and how much later than the one before it is. */
record ParcelCodec(Codec element) implements Codec {

    private static final int TRUSTED_SIZE = 1024;

    static Schema schema(Schema element) {
        Schema item = SchemaBuilder.record(element.getName() + "Item")
                .namespace(element.getNamespace())
                .fields()
                .requiredString("key")
                .requiredLong("later")
                .name("value")
                .type(element)
                .noDefault()
                .endRecord();
        return SchemaBuilder.record(element.getName() + "Parcel")
                .namespace(element.getNamespace())
                .fields()
                .name("items")
                .type(Schema.createArray(item))
                .noDefault()
                .endRecord();
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        Parcel<?> parcel = (Parcel<?>) value;
        out.writeArrayStart();
        out.setItemCount(parcel.items().size());
        long before = 0;
        for (Item<?> item : parcel.items()) {
            out.startItem();
            out.writeString(item.key());
            out.writeLong(item.at() - before);
            before = item.at();
            element.write(item.value(), out);
        }
        out.writeArrayEnd();
    }

    @Override
    public Object read(Decoder in) throws IOException {
        readFieldOrder(in);
        long block = in.readArrayStart();
        List<Item<Object>> items = new ArrayList<>((int) Math.min(block, TRUSTED_SIZE));
        long at = 0;
        while (block > 0) {
            for (long n = 0; n < block; n++) {
                readFieldOrder(in);
                String key = in.readString();
                at += in.readLong();
                items.add(new Item<>(key, element.read(in), at));
            }
            block = in.arrayNext();
        }
        return new Parcel<>(items);
    }

    /** A parcel is a parcel in every version: its fields never change their order. */
    private static void readFieldOrder(Decoder in) throws IOException {
        if (in instanceof ResolvingDecoder resolving) {
            resolving.readFieldOrder();
        }
    }
}
