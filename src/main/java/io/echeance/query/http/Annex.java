package io.echeance.query.http;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an instance serves beside its answers, such as pages for people. */
@FunctionalInterface
public interface Annex {

    /** @param clerk asks this instance whatever a program may ask, in the name of a visitor */
    void open(RoutesConfig routes, Clerk clerk);

    /**
     * What is said at one of its addresses where no page of its own could be asked: the address is too long, say.
     *
     * @param refused what is not answered
     * @param header of the request by its name; null: it has none
     * @return empty: the address is not one of its own
     */
    default Optional<Page> said(Refused refused, Function<String, @Nullable String> header) {
        return Optional.empty();
    }

    /**
     * @param path as it came; empty: it cannot be read
     * @param number under which the log tells more; empty: it does not
     */
    record Refused(int status, String path, String number) {}

    /** @param html in UTF-8 */
    record Page(String html, Map<String, String> headers) {}
}
