package io.echeance.json;

import io.echeance.core.Inline;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as it is read of JSON. Found once for each class, as a {@link WrittenField} is. */
record ReadRecord(Constructor<?> constructor, List<Field> fields) {

    private static final Map<String, Object> DEFAULTS =
            Map.of("OrderPlaced.beginBeforeWithdrawalEnds", false, "Party.country", "FR", "Party.language", "fr");

    /**
     * @param isInline its own fields stand in its place
     * @param standard what it is where it is absent; null: it has to be there, or may be null or empty
     */
    record Field(
            String name,
            Class<?> raw,
            Type type,
            boolean isInline,
            boolean mayBeNull,
            @Nullable Object standard) {

        private static Field of(RecordComponent component) {
            String owner = component.getDeclaringRecord().getSimpleName();
            return new Field(
                    component.getName(),
                    component.getType(),
                    component.getGenericType(),
                    component.isAnnotationPresent(Inline.class),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    DEFAULTS.get(owner + "." + component.getName()));
        }
    }

    private static final ClassValue<ReadRecord> RECORDS = new ClassValue<>() {
        @Override
        protected ReadRecord computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new ReadRecord(
                        type.getDeclaredConstructor(types),
                        Stream.of(components).map(Field::of).toList());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    static ReadRecord of(Class<?> type) {
        return RECORDS.get(type);
    }
}
