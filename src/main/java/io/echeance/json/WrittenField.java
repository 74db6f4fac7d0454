package io.echeance.json;

import io.echeance.core.Inline;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record as JSON writes it. Found once for each class: to ask reflection anew for every answer takes
 * longer than to write it.
 *
 * @param isInline its own fields stand in its place
 */
record WrittenField(String name, boolean isInline, MethodHandle accessor) {

    private static final ClassValue<List<WrittenField>> FIELDS = new ClassValue<>() {
        @Override
        protected List<WrittenField> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(WrittenField::of).toList();
        }
    };

    /** In their order. */
    static List<WrittenField> of(Class<?> type) {
        return FIELDS.get(type);
    }

    private static WrittenField of(RecordComponent component) {
        try {
            MethodHandle accessor = MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
            return new WrittenField(component.getName(), component.isAnnotationPresent(Inline.class), accessor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nullable
    Object of(Object value) {
        try {
            return (Object) accessor.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
