package io.echeance.serde.registry;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why a registry's serde failed, found out without its classes: they are chosen in the configuration. What is not
 * recognised counts as the registry's trouble, since that loses nothing.
 */
enum Refusal {
    /** The registry answered that it has no such schema. */
    UNKNOWN_SCHEMA,
    /** Avro could make nothing of the bytes, or of the schema. */
    BAD_BYTES,
    /** No answer, or one that says nothing about the record. */
    UNAVAILABLE;

    private static final String AVRO = "org.apache.avro.";
    private static final String NOT_FOUND = "NotFoundException";
    /** How near its origin a failure must have gone through Avro to be Avro's. */
    private static final int NEAR = 4;

    static Refusal of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            Optional<Integer> status = status(cause);
            if (status.isPresent()) {
                return status.get() == 404 && isTheRegistrysOwn(cause) ? UNKNOWN_SCHEMA : UNAVAILABLE;
            }
        }
        return causes.stream().anyMatch(Refusal::isAvros) ? BAD_BYTES : UNAVAILABLE;
    }

    /** The most telling message of a failure. */
    static String sentence(Throwable failure) {
        Throwable last = causes(failure).getLast();
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** The HTTP status that an Apicurio or Confluent client reports; empty: the exception is no answer. */
    private static Optional<Integer> status(Throwable cause) {
        Optional<Integer> own = number(cause, "getStatus");
        return own.isPresent() ? own : number(cause, "getResponseStatusCode").filter(status -> status > 0);
    }

    /** Not a 404 of a proxy or of a wrong address: the registry says what it has not found. */
    private static boolean isTheRegistrysOwn(Throwable cause) {
        boolean confluent =
                number(cause, "getErrorCode").filter(code -> code > 40400).isPresent();
        boolean apicurio = text(cause, "getName")
                .filter(name -> name.endsWith(NOT_FOUND) && !name.equals(NOT_FOUND))
                .isPresent();
        return confluent || apicurio;
    }

    private static boolean isAvros(Throwable cause) {
        return cause.getClass().getName().startsWith(AVRO)
                || Arrays.stream(cause.getStackTrace())
                        .limit(NEAR)
                        .anyMatch(frame -> frame.getClassName().startsWith(AVRO));
    }

    private static Optional<Integer> number(Throwable cause, String getter) {
        return got(cause, getter).filter(Integer.class::isInstance).map(Integer.class::cast);
    }

    private static Optional<String> text(Throwable cause, String getter) {
        return got(cause, getter).filter(String.class::isInstance).map(String.class::cast);
    }

    private static Optional<Object> got(Throwable cause, String getter) {
        try {
            Method method = cause.getClass().getMethod(getter);
            return Optional.ofNullable(method.invoke(cause));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
