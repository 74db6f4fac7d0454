package io.echeance.query.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a page asks.
 *
 * @param name that of the token; it stands in the audit log
 * @param token that he has shown; null: none is asked for
 * @param isOfAll he sees all sellers' orders, and what is of none of them
 */
public record Visitor(
        String name, Set<Role> roles, @Nullable String token, boolean isOfAll) {

    /** Who has not come in yet. */
    public static final Visitor NOBODY = new Visitor("", Set.of(), null, false);

    public Visitor {
        roles = Set.copyOf(roles);
    }

    public boolean may(Right needed) {
        return roles.stream().anyMatch(role -> role.may(needed));
    }
}
