package io.echeance.serde.binding;

import io.echeance.core.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Finds for each type and schema the codec between them, or says why there is none. */
final class Binder {

    private static final String CURRENCY = "currency";
    private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Set.class, SortedSet.class);
    private static final Set<Class<?>> MAPS = Set.of(Map.class, SortedMap.class);

    private Binder() {}

    /** @param place the component, for the message if there is none */
    static Codec bind(Type type, Schema schema, String place) {
        if (type instanceof ParameterizedType parameterized) {
            return bindGeneric(parameterized, schema, place);
        }
        if (!(type instanceof Class<?> plain)) {
            throw doesNotFit(place, type, schema);
        }
        if (AsText.is(plain)) {
            AsText text = AsText.of(plain);
            if (!text.fits(schema)) {
                throw doesNotFit(place, type, schema);
            }
            return text;
        }
        if (plain.isSealed()) {
            return bindSealed(plain, schema, place);
        }
        if (plain.isRecord() && schema.getType() == Schema.Type.RECORD) {
            return bindRecord(Shape.of(plain), schema);
        }
        if (plain.isEnum() && schema.getType() == Schema.Type.ENUM) {
            return new EnumCodec(plain, schema, place);
        }
        @Nullable Codec decimal = DecimalCodec.of(plain, schema);
        if (decimal != null) {
            return decimal;
        }
        @Nullable Leaf leaf = Leaf.of(plain);
        if (leaf == null || !leaf.fits(schema)) {
            throw doesNotFit(place, type, schema);
        }
        return leaf;
    }

    private static Codec bindGeneric(ParameterizedType type, Schema schema, String place) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (COLLECTIONS.contains(raw) && schema.getType() == Schema.Type.ARRAY) {
            return new CollectionCodec(raw, bind(arguments[0], schema.getElementType(), place + "[]"));
        }
        if (MAPS.contains(raw)
                && schema.getType() == Schema.Type.MAP
                && arguments[0] instanceof Class<?> keys
                && (keys == String.class || keys.isEnum())) {
            return new MapCodec(keys, raw == SortedMap.class, bind(arguments[1], schema.getValueType(), place + "{}"));
        }
        throw doesNotFit(place, type, schema);
    }

    private static Codec bindRecord(Shape shape, Schema schema) {
        Map<String, RecordCodec.Slot> slots = new HashMap<>();
        Shape[] inlined = new Shape[shape.parts().size()];
        for (int at = 0; at < inlined.length; at++) {
            Shape.Part part = shape.parts().get(at);
            if (part.inline()) {
                Shape inner = Shape.of(part.type());
                inlined[at] = inner;
                for (int n = 0; n < inner.parts().size(); n++) {
                    addSlot(slots, inner, at, n, schema);
                }
            } else {
                addSlot(slots, shape, -1, at, schema);
            }
        }
        List<RecordCodec.@Nullable Slot> inOrder = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            RecordCodec.@Nullable Slot slot = slots.get(field.name());
            boolean currency = field.name().equals(CURRENCY)
                    && Objects.equals(
                            field.hasDefaultValue() ? field.defaultVal() : null, Money.EURO.getCurrencyCode());
            if (slot == null && !currency) {
                throw new DoesNotFit(schema.getFullName() + "." + field.name() + ": no component of "
                        + shape.type().getName() + " has this name");
            }
            inOrder.add(slot);
        }
        return new RecordCodec(schema, shape, inOrder, inlined);
    }

    private static void addSlot(Map<String, RecordCodec.Slot> slots, Shape owner, int outer, int at, Schema schema) {
        Shape.Part part = owner.parts().get(at);
        String place = owner.type().getSimpleName() + "." + part.name();
        Schema.@Nullable Field field = schema.getField(part.name());
        if (field == null) {
            throw new DoesNotFit(place + ": " + schema.getFullName() + " has no field of this name");
        }
        Schema value = part.nullable() ? notNull(field.schema(), place) : field.schema();
        Codec codec = bind(part.genericType(), value, place);
        String received = schema.getName() + "." + part.name();
        slots.put(part.name(), new RecordCodec.Slot(received, outer, at, part.nullable(), codec));
    }

    private static Schema notNull(Schema schema, String place) {
        if (schema.getType() == Schema.Type.UNION
                && schema.getTypes().size() == 2
                && schema.getTypes().getFirst().getType() == Schema.Type.NULL) {
            return schema.getTypes().getLast();
        }
        throw new DoesNotFit(place + " may be null, its field may not: " + schema);
    }

    private static Codec bindSealed(Class<?> type, Schema schema, String place) {
        if (UnionCodec.Envelope.is(schema)) {
            Schema.Field payload = schema.getField(UnionCodec.Envelope.FIELD);
            return new UnionCodec.Envelope(schema, bindSealed(type, payload.schema(), place));
        }
        if (schema.getType() != Schema.Type.UNION) {
            throw doesNotFit(place, type, schema);
        }
        UnionCodec.Branch[] branches = new UnionCodec.Branch[schema.getTypes().size()];
        addBranches(branches, type, schema, Optional.empty(), place);
        for (int n = 0; n < branches.length; n++) {
            if (branches[n] == null) {
                throw new DoesNotFit(place + ": " + schema.getTypes().get(n).getFullName() + " is not a variant of "
                        + type.getName());
            }
        }
        return new UnionCodec(branches);
    }

    private static void addBranches(
            UnionCodec.Branch[] branches,
            Class<?> type,
            Schema union,
            Optional<UnionCodec.Wrapper> wrapper,
            String place) {
        for (Class<?> variant : type.getPermittedSubclasses()) {
            if (variant.isSealed()) {
                addBranches(branches, variant, union, wrapper, place);
                continue;
            }
            Shape shape = Shape.of(variant);
            if (shape.parts().size() == 1 && shape.parts().getFirst().inline()) {
                Class<?> inner = shape.parts().getFirst().type();
                addBranches(branches, inner, union, Optional.of(new UnionCodec.Wrapper(shape)), place);
                continue;
            }
            int index = branch(variant.getSimpleName(), union, place);
            Codec codec = bind(variant, union.getTypes().get(index), place);
            branches[index] = new UnionCodec.Branch(index, variant, codec, wrapper);
        }
    }

    private static int branch(String name, Schema union, String place) {
        for (Schema one : union.getTypes()) {
            if (one.getType() == Schema.Type.RECORD && one.getName().equals(name)) {
                return union.getTypes().indexOf(one);
            }
        }
        throw new DoesNotFit(place + ": the variant " + name + " is in no branch of " + union);
    }

    private static DoesNotFit doesNotFit(String place, Type type, Schema schema) {
        String name = schema.getType() == Schema.Type.RECORD ? schema.getFullName() : schema.toString();
        return new DoesNotFit(place + ": " + type.getTypeName() + " cannot be carried by " + name);
    }
}
