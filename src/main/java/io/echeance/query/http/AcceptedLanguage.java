package io.echeance.query.http;

import io.echeance.core.invoice.Language;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale.LanguageRange;

/** In which of our languages whoever asks reads best, as his {@code Accept-Language} says (RFC 9110, 12.5.4). */
public final class AcceptedLanguage {

    private AcceptedLanguage() {}

    /** The first of ours that is accepted, by weight, whatever country it is of; English where none is. */
    public static Language of(Context request) {
        String header = request.header("Accept-Language");
        return header == null ? Language.EN : of(header);
    }

    public static Language of(String header) {
        return ranges(header).stream()
                .filter(range -> range.getWeight() > LanguageRange.MIN_WEIGHT)
                .flatMap(range -> Language.named(range.getRange().split("-", 2)[0]).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    /** By weight, in lower case; none of what is no such header. */
    private static List<LanguageRange> ranges(String header) {
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
