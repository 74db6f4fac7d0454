package io.echeance.serde.binding;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * An enum, by the names of its constants. The schema's default symbol is none of them: Avro reads it in place of a
 * symbol that only a later version of the schema knows, and for us that is a value that cannot be read.
 */
final class EnumCodec implements Codec {

    private final Map<Object, Integer> symbolOf = new HashMap<>();
    private final @Nullable Enum<?>[] constantOf;

    EnumCodec(Class<?> type, Schema schema, String place) {
        List<String> symbols = schema.getEnumSymbols();
        Enum<?>[] constants = (Enum<?>[]) Objects.requireNonNull(type.getEnumConstants());
        constantOf = new Enum<?>[symbols.size()];
        for (Enum<?> constant : constants) {
            int symbol = symbols.indexOf(constant.name());
            if (symbol < 0 || constant.name().equals(schema.getEnumDefault())) {
                throw new DoesNotFit(
                        place + ": the constant " + constant.name() + " is not a symbol of " + schema.getFullName());
            }
            symbolOf.put(constant, symbol);
            constantOf[symbol] = constant;
        }
        for (String symbol : symbols) {
            if (constantOf[symbols.indexOf(symbol)] == null && !symbol.equals(schema.getEnumDefault())) {
                throw new DoesNotFit(place + ": the symbol " + symbol + " of " + schema.getFullName()
                        + " is not one of " + Arrays.toString(constants));
            }
        }
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        out.writeEnum(Objects.requireNonNull(symbolOf.get(value)));
    }

    @Override
    public Object read(Decoder in) throws IOException {
        int symbol = in.readEnum();
        Enum<?> constant = symbol >= 0 && symbol < constantOf.length ? constantOf[symbol] : null;
        if (constant == null) {
            throw new CannotCarry("a symbol that this version does not know");
        }
        return constant;
    }
}
