package io.echeance.query.http;

import io.echeance.core.invoice.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is not answered, in the form that whoever asked can read: a page for people, else a problem for programs. */
record Refusals(List<Annex> annexes) {

    /**
     * @param path that was asked for, as it came
     * @param number under which the log tells more; empty: it does not
     * @param header of the request by its name
     */
    Reply of(Problem problem, String path, String number, Function<String, @Nullable String> header) {
        Annex.Refused refused = new Annex.Refused(problem.kind().status(), path, number);
        String languages = header.apply("Accept-Language");
        return annexes.stream()
                .map(annex -> annex.said(refused, header))
                .flatMap(Optional::stream)
                .findFirst()
                .map(page -> Reply.page(refused.status(), page))
                .orElseGet(() -> Reply.of(problem, languages == null ? Language.EN : AcceptedLanguage.of(languages)));
    }
}
