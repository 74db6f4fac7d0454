package io.echeance.serde.binding;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record class taken apart once: its components and how to make one, by method handles. */
final class Shape {

    /** A component. */
    record Part(
            String name,
            Class<?> type,
            Type genericType,
            boolean nullable,
            boolean inline,
            Function<Object, Object> get) {}

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return takenApart(type);
        }
    };

    private final Class<?> type;
    private final List<Part> parts = new ArrayList<>();
    private final MethodHandle constructor;

    private Shape(Class<?> type, MethodHandle constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Shape takenApart(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            Shape shape = new Shape(type, constructor);
            for (RecordComponent component : components) {
                shape.parts.add(part(lookup, component));
            }
            return shape;
        } catch (ReflectiveOperationException e) {
            throw new DoesNotFit(type.getName() + " cannot be taken apart: " + e);
        }
    }

    private static Part part(MethodHandles.Lookup lookup, RecordComponent component)
            throws ReflectiveOperationException {
        AnnotatedType annotated = component.getAnnotatedType();
        return new Part(
                component.getName(),
                component.getType(),
                component.getGenericType(),
                annotated.isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(Inline.class),
                getter(lookup, component));
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> getter(MethodHandles.Lookup lookup, RecordComponent component)
            throws ReflectiveOperationException {
        MethodHandle accessor = lookup.unreflect(component.getAccessor());
        try {
            CallSite site = LambdaMetafactory.metafactory(
                    lookup,
                    "apply",
                    MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class),
                    accessor,
                    accessor.type().wrap());
            return (Function<Object, Object>) site.getTarget().invoke();
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }

    Class<?> type() {
        return type;
    }

    List<Part> parts() {
        return parts;
    }

    /** A record with these components, in order. What its constructor throws comes through. */
    Object make(@Nullable Object[] components) {
        try {
            return (Object) constructor.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
