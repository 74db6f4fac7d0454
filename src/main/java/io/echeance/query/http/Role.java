package io.echeance.query.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is here for. A token may have several. */
public enum Role {
    /** Looks, and sees nobody's name. */
    READ(Right.ASK, Right.MEASURES),
    /** Speaks with those who owe. */
    COLLECT(Right.ASK, Right.NAMES, Right.ACT, Right.CASH),
    /** Decides about a person, and gives money up. */
    DECIDE(Right.ASK, Right.NAMES, Right.ACT, Right.CASH, Right.DECIDE),
    /** Keeps the books: banks' files, which payment is whose, and which months are closed. */
    FINANCE(Right.ASK, Right.NAMES, Right.CASH, Right.BOOKS),
    /** Answers persons about their data. */
    DPO(Right.ASK, Right.NAMES, Right.PERSONS),
    /** Looks after the instances; sees no order and no name. */
    ADMIN(Right.MEASURES);

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    boolean may(Right needed) {
        return rights.contains(needed);
    }

    /** As it stands in a token. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The words of those who may. */
    static String thatMay(Right needed) {
        return Arrays.stream(values())
                .filter(role -> role.may(needed))
                .map(Role::word)
                .collect(Collectors.joining(" or "));
    }
}
