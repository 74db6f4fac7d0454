package io.echeance.serde.binding;

import io.echeance.core.Inline;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record class: its components, how to take a record apart and how to make one. Found out once for a class. */
record Shape(Class<?> type, List<Part> parts, Handling handling) {

    /** A component. */
    record Part(String name, Class<?> type, Type genericType, boolean nullable, boolean inline) {

        Part(RecordComponent component) {
            this(
                    component.getName(),
                    component.getType(),
                    component.getGenericType(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component.isAnnotationPresent(Inline.class));
        }
    }

    /** Takes records of one class apart, and makes them. */
    interface Handling {

        @Nullable
        Object[] components(Object record);

        /** A record of these components. What its constructor throws comes through. */
        Object made(@Nullable Object[] components);
    }

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return takenApart(type);
        }
    };

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Shape takenApart(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle[] getters = new MethodHandle[types.length];
            for (int n = 0; n < types.length; n++) {
                getters[n] = lookup.unreflect(components[n].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            List<Part> parts = Arrays.stream(components).map(Part::new).toList();
            return new Shape(type, parts, handling(allOf(getters), constructor));
        } catch (ReflectiveOperationException | IOException e) {
            throw new DoesNotFit(type.getName() + " cannot be taken apart: " + e);
        }
    }

    /** One handle that calls all getters on one record and gives what they give. */
    private static MethodHandle allOf(MethodHandle[] getters) {
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, getters.length);
        if (getters.length == 0) {
            return MethodHandles.dropArguments(array, 0, Object.class);
        }
        MethodHandle each = MethodHandles.filterArguments(array, 0, getters);
        return MethodHandles.permuteArguments(
                each, MethodType.methodType(Object[].class, Object.class), new int[getters.length]);
    }

    /** A copy of the class {@link ByHandles} of its own for each record, so that the compiler sees constant handles. */
    private static Handling handling(MethodHandle components, MethodHandle constructor)
            throws ReflectiveOperationException, IOException {
        try (InputStream in = Shape.class.getResourceAsStream("ByHandles.class")) {
            MethodHandles.Lookup copy = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(
                            Objects.requireNonNull(in).readAllBytes(), List.of(components, constructor), true);
            return (Handling) copy.lookupClass().getDeclaredConstructor().newInstance();
        }
    }
}
