package io.echeance.query.http;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a page asks.
 *
 * @param name that of the token; it stands in the audit log
 * @param token that he has shown; null: none is asked for
 */
public record Visitor(String name, Role role, @Nullable String token) {

    public boolean may(Role needed) {
        return role.compareTo(needed) >= 0;
    }
}
