package io.echeance.document;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record with one component changed. */
public final class Changed {

    private Changed() {}

    public static <R extends Record> R with(R record, String component, @Nullable Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            boolean found = false;
            for (int n = 0; n < values.length; n++) {
                boolean isIt = components[n].getName().equals(component);
                found |= isIt;
                values[n] = isIt ? value : components[n].getAccessor().invoke(record);
            }
            if (!found) {
                throw new IllegalArgumentException("no " + component + " in " + record);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked") // The canonical constructor makes what the record is.
            R changed = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return changed;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
