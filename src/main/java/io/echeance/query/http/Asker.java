package io.echeance.query.http;

import io.echeance.core.order.Sentence;
import io.echeance.query.http.Problem.Kind;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name that of its token
 * @param sellers whose orders it sees: those of others are as if they were not there; empty: all sellers'
 */
record Asker(String name, Set<Role> roles, Set<String> sellers) {

    private static final String ATTRIBUTE = Asker.class.getName();

    /** Whoever asks, where no tokens are asked for. */
    static final Asker ANYBODY = new Asker("anybody", EnumSet.allOf(Role.class), Set.of());

    Asker {
        roles = Set.copyOf(roles);
        sellers = Set.copyOf(sellers);
    }

    boolean may(Right needed) {
        return roles.stream().anyMatch(role -> role.may(needed));
    }

    /** @throws Problem if it may not */
    void require(Right needed) {
        if (!may(needed)) {
            throw new Problem(
                    Kind.NOT_ALLOWED,
                    "it has the role "
                            + String.join(
                                    "+", roles.stream().map(Role::word).sorted().toList()) + ", this takes "
                            + Role.thatMay(needed));
        }
    }

    /** @throws Problem if it sees some sellers only: then what belongs to no seller is not for it */
    void requireAllSellers(String what) {
        if (!sellers.isEmpty()) {
            throw new Problem(Kind.NOT_ALLOWED, what + ": it takes a token for all sellers");
        }
    }

    /** @param seller null: of none yet */
    boolean sees(@Nullable String seller) {
        return sellers.isEmpty() || seller != null && sellers.contains(seller);
    }

    /**
     * Others' sellers are as those that never were.
     *
     * @param known whose terms are published
     * @throws Problem if there is no such seller for it
     */
    void requireSeller(String seller, Set<String> known) {
        if (!known.contains(seller) || !sees(seller)) {
            throw new Problem(
                    Kind.UNKNOWN_SELLER, new Sentence("aucun vendeur n’a ce nom", "no seller has this name"), null);
        }
    }

    void in(Context request) {
        request.attribute(ATTRIBUTE, this);
    }

    /** Of a request that was let in. */
    static Asker of(Context request) {
        return Objects.requireNonNull(request.<Asker>attribute(ATTRIBUTE), "nobody was let in");
    }
}
