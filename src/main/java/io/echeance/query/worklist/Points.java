package io.echeance.query.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each reason weighs: of a hundred, the chance that a contact today changes something, as somebody estimated
 * it. Data ({@code worklist.yaml}).
 */
public record Points(Map<Reason, Integer> of) {

    private static final String RESOURCE = "/worklist.yaml";

    public static Points bundled() {
        try (InputStream file = Points.class.getResourceAsStream(RESOURCE)) {
            return read(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if a reason has no points, or points have no reason */
    static Points read(JsonNode points) {
        Map<Reason, Integer> read = new EnumMap<>(Reason.class);
        points.properties()
                .forEach(entry -> read.put(
                        Reason.valueOf(entry.getKey()), entry.getValue().intValue()));
        for (Reason reason : Reason.values()) {
            if (!read.containsKey(reason)) {
                throw new IllegalArgumentException(RESOURCE + " says nothing of " + reason);
            }
        }
        return new Points(read);
    }

    int of(Reason reason) {
        return of.getOrDefault(reason, 0);
    }
}
