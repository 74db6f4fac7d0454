package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: the same page with the next rows.
 *
 * @param query what else the address of the page says
 * @param name of the parameter that says where the rows begin
 * @param after where those that are shown begin; empty: at the beginning
 * @param next where the next ones begin; null: these are the last
 */
public record Pager(
        String path,
        Map<String, String> query,
        String name,
        String after,
        @Nullable String next) {

    /** Rows on a page of any list. */
    static final int ROWS = 50;

    /** @param page of the API, as it is answered */
    static Pager of(Visit visit, String name, JsonNode page) {
        return new Pager(
                visit.request().path(),
                visit.query(),
                name,
                visit.asked(name),
                page.hasNonNull("next") ? page.path("next").asText() : null);
    }

    /** As questions take it: how many rows, and behind which. */
    static String asked(Visit visit, String name) {
        String after = visit.asked(name);
        return "limit=" + ROWS + (after.isEmpty() ? "" : "&after=" + Desk.part(after));
    }

    public boolean isAtStart() {
        return after.isEmpty();
    }

    public boolean isWhole() {
        return isAtStart() && next == null;
    }

    public String first() {
        return address(null);
    }

    public String further() {
        return address(next);
    }

    private String address(@Nullable String from) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.remove(name);
        if (from != null) {
            all.put(name, from);
        }
        return path + written(all);
    }

    /** As it stands in an address; empty where there is nothing to say. */
    static String written(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(one -> Desk.part(one.getKey()) + "=" + Desk.part(one.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
