package io.echeance.serde.binding;

import io.echeance.core.calendar.Semester;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.terms.Clause;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * Values that every topic, store and JSON carries as one text: what their {@code toString} says.
 *
 * @param read makes the value of its text; throws {@link IllegalArgumentException} if it is of another form
 */
public record AsText(Function<String, ?> read) implements Codec {

    private static final Map<Class<?>, AsText> TYPES = Map.of(
            Semester.class, new AsText(Semester::parse),
            YearMonth.class, new AsText(AsText::month),
            Clause.class, new AsText(Clause::parse),
            DocumentId.class, new AsText(DocumentId::new),
            ReceivableKey.class, new AsText(ReceivableKey::parse),
            ItemKey.class, new AsText(ItemKey::parse));

    /** Whether values of the type, a sealed one or a variant of it, are carried so. */
    public static boolean is(Class<?> type) {
        return TYPES.keySet().stream().anyMatch(one -> one.isAssignableFrom(type));
    }

    /** For a type that {@linkplain #is is} carried so. */
    public static AsText of(Class<?> type) {
        AsText codec = TYPES.get(type);
        if (codec == null) {
            throw new IllegalArgumentException(type + " is not carried as text");
        }
        return codec;
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a month is written like 2026-10, not " + text, e);
        }
    }

    boolean fits(Schema schema) {
        return schema.getType() == Schema.Type.STRING && schema.getLogicalType() == null;
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        out.writeString(value.toString());
    }

    @Override
    public Object read(Decoder in) throws IOException {
        return read.apply(in.readString());
    }
}
