package io.echeance.core.lint;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a seller's text claims, as far as money and time hang on it. The reading is whole: what stands here nowhere, the
 * text does not say.
 *
 * @param sells which law the service is under
 */
public record TextClaims(ServiceLaw sells, List<Claim> claims) {

    public enum ServiceLaw {
        /** Continuing vocational training (Code du travail, sixth part, book III). */
        TRAINING,
        /** Initial or higher education (Code de l'éducation). */
        SCHOOLING
    }

    /** The claims of one kind, in the order of the text. */
    public <C extends Claim> Stream<C> of(Class<C> kind) {
        return claims.stream().filter(kind::isInstance).map(kind::cast);
    }
}
