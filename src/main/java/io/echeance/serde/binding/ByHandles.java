package io.echeance.serde.binding;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Handles records by two method handles that are its class data: constants, which the compiler inlines where it would
 * call a handle in a field. Never used itself: each record class gets a hidden copy of it.
 */
final class ByHandles implements Shape.Handling {

    private static final MethodHandle COMPONENTS = handle(0);
    private static final MethodHandle CONSTRUCTOR = handle(1);

    ByHandles() {}

    private static MethodHandle handle(int index) {
        try {
            return MethodHandles.classDataAt(MethodHandles.lookup(), "_", MethodHandle.class, index);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Object[] components(Object record) {
        try {
            return (Object[]) COMPONENTS.invokeExact(record);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public Object made(@Nullable Object[] components) {
        try {
            return (Object) CONSTRUCTOR.invokeExact(components);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
