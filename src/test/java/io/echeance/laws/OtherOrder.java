package io.echeance.laws;

import io.echeance.core.order.Fact;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a history of another order and another customer, so that many can be played side by side. */
public record OtherOrder(String orderId, String customer) {

    private static final String CUSTOMER = "C";

    public Fact of(Fact fact) {
        return (Fact) Objects.requireNonNull(copy(fact));
    }

    private @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> renamed(text);
            case List<?> list -> list.stream().map(this::copy).toList();
            case Record record -> copied(record);
            default -> value;
        };
    }

    private String renamed(String text) {
        if (text.equals(CUSTOMER)) {
            return customer;
        }
        return text.startsWith(History.ORDER)
                ? orderId + text.substring(History.ORDER.length()).replace("/" + CUSTOMER + "/", "/" + customer + "/")
                : text;
    }

    private Record copied(Record record) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int n = 0; n < values.length; n++) {
                values[n] = copy(components[n].getAccessor().invoke(record));
            }
            Constructor<? extends Record> constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("no copy of " + record, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no copy of " + record, e);
        }
    }
}
