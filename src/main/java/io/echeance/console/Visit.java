package io.echeance.console;

import io.echeance.query.http.Visitor;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person at one page: who, in which language, looking at which day.
 *
 * @param wrong what of the address cannot be read; null: nothing
 */
record Visit(
        Context request,
        Visitor visitor,
        Session session,
        Sessions sessions,
        Words words,
        DateBar dates,
        Desk desk,
        @Nullable Trouble wrong) {

    private static final int DATE_LENGTH = 10;

    /** For a command that is not sent yet. */
    static String newKey() {
        return "console-" + UUID.randomUUID();
    }

    /** Whether only a part of a page is asked for. */
    boolean wantsFragment() {
        return request.header("HX-Request") != null;
    }

    /** After something was done: on to a page, which is asked for anew. */
    void goOn(String address) {
        String sealed = Undo.sealed(address, this);
        if (wantsFragment()) {
            request.header("HX-Redirect", sealed).result("");
        } else {
            Console.goOn(request, sealed);
        }
    }

    /** A part of the path. */
    String id(String name) {
        return request.pathParam(name);
    }

    /** Of the query, empty where it is not there. */
    String asked(String name) {
        String value = request.queryParam(name);
        return value == null ? "" : value.strip();
    }

    /** What the address says, but what was just done. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        request.queryParamMap().forEach((name, values) -> {
            // One whose percents mean nothing has no value.
            if (!Undo.NAMES.contains(name)
                    && !values.isEmpty()
                    && !values.getFirst().isBlank()) {
                query.put(name, values.getFirst());
            }
        });
        return query;
    }

    @Nullable
    static LocalDate date(Context request, String name) {
        String value = request.queryParam(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return day(value.strip());
        } catch (DateTimeException e) {
            throw Trouble.noDate(name);
        }
    }

    /** As the API takes it, with four digits of the year. */
    static LocalDate day(String value) {
        if (value.length() != DATE_LENGTH) {
            throw new DateTimeException("not ten characters");
        }
        return LocalDate.parse(value);
    }
}
