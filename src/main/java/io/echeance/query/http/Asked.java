package io.echeance.query.http;

import io.echeance.core.order.Ids;
import io.echeance.core.order.Sentence;
import io.echeance.query.order.Moment;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a request asks for, read strictly: what is not understood is reported, not passed over. */
record Asked(Context request) {

    private static final int DATE_LENGTH = 10;

    /** The order that the path names. */
    String orderId() {
        return id("order id", request.pathParam("id"));
    }

    /** Another id that the path names. */
    String inPath(String name) {
        return id(name, request.pathParam(name));
    }

    private static String id(String what, String id) {
        String wrong = Ids.wrong("the " + what, id);
        if (wrong != null) {
            throw Problem.malformed(wrong);
        }
        return id;
    }

    /** @throws Problem if the query has another parameter, or one of them twice */
    void only(String... names) {
        Set<String> known = new TreeSet<>(Arrays.asList(names));
        for (Map.Entry<String, List<String>> parameter : request.queryParamMap().entrySet()) {
            if (!known.contains(parameter.getKey())) {
                throw Problem.malformed(
                        known.isEmpty()
                                ? "this address takes no parameters"
                                : "there is no parameter " + parameter.getKey() + ", there are " + known);
            }
            if (parameter.getValue().isEmpty()) {
                throw Problem.malformed(new Sentence(
                        "le paramètre " + parameter.getKey() + " ne peut être lu : un signe « % » n’y introduit rien",
                        "the parameter " + parameter.getKey() + " cannot be read: a % in it introduces nothing"));
            }
            if (parameter.getValue().size() > 1) {
                throw Problem.malformed("the parameter " + parameter.getKey() + " stands there twice");
            }
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(request.queryParam(name)).map(value -> id(name, value));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Problem.malformed(name + " is missing"));
    }

    /** A number of days. */
    Optional<Integer> days(String name) {
        return text(name).map(value -> {
            if (!value.matches("\\d{1,5}")) {
                throw Problem.malformed(name + " is a number of days");
            }
            return Integer.valueOf(value);
        });
    }

    @Nullable
    LocalDate date(String name) {
        String value = request.queryParam(name);
        return value == null ? null : date(name, value);
    }

    static LocalDate date(String name, String value) {
        try {
            if (value.length() == DATE_LENGTH) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw Problem.malformed(new Sentence(
                name + " n’est pas une date : à écrire comme 2026-06-30",
                name + " is not a date: write it like 2026-06-30"));
    }

    boolean isTrue(String name) {
        String value = Optional.ofNullable(request.queryParam(name)).orElse("false");
        return switch (value) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw Problem.malformed(name + " is true or false");
        };
    }

    Moment moment() {
        return new Moment(date("asOf"), date("knownOn"));
    }

    /** The value of a header that must be there. */
    String header(String name, String form) {
        String value = request.header(name);
        if (value == null || !value.matches(form)) {
            throw Problem.malformed(new Sentence(
                    "l’en-tête " + name + " est à envoyer : de 1 à 200 caractères ASCII visibles",
                    "send the header " + name + ": 1 to 200 visible ASCII characters"));
        }
        return value;
    }
}
