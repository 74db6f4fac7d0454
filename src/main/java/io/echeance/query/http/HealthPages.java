package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.echeance.core.invoice.Language;
import io.echeance.query.health.Vitals;
import io.echeance.query.health.Vitals.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /health} and {@code /metrics}: for machines that watch. Health tells nothing of the business, to anybody. */
final class HealthPages {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private HealthPages() {}

    /** An instance that is starting lives. */
    static Reply live(@Nullable Vitals vitals, Language language) {
        return vitals == null ? starting(OK) : reply(vitals.live(language));
    }

    static Reply ready(@Nullable Vitals vitals, Language language) {
        return vitals == null ? starting(UNAVAILABLE).with("Retry-After", "1") : reply(vitals.ready(language));
    }

    private static Reply starting(int status) {
        return Reply.of(status, JsonNodeFactory.instance.objectNode().put("status", "STARTING"));
    }

    private static Reply reply(Finding finding) {
        return finding.good()
                ? Reply.of(finding.details())
                : Reply.of(UNAVAILABLE, finding.details()).with("Retry-After", "1");
    }

    /** Amounts are in it, of all sellers together. */
    static Reply metrics(Supplier<String> measures, Asker asker) {
        asker.requireAllSellers("what is measured is of all sellers");
        return new Reply(OK, PROMETHEUS, measures.get().getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
