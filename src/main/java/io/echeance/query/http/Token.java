package io.echeance.query.http;

import io.echeance.core.order.PersonMark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A bearer token, as the configuration knows it: {@code name:roles:hash}, or {@code name:roles:hash:sellers}; several
 * roles or sellers with a plus between them.
 *
 * @param name of the person or program; it stands in the logs of access and of commands
 * @param sha256 hexadecimal, of the token's UTF-8 bytes. The tokens are random, so that a fast hash keeps them
 * @param sellers that it sees; empty: all
 */
public record Token(String name, Set<Role> roles, String sha256, Set<String> sellers) {

    private static final String FORM =
            "write it like alice:collect:<64 hexadecimal digits>, the last being its SHA-256, and :SELLER+SELLER behind"
                    + " it where it is not for all sellers";
    private static final String ROLES = "read, collect, decide, finance, dpo or admin, with + between several";

    public Token {
        roles = Set.copyOf(roles);
        sellers = Set.copyOf(sellers);
    }

    /**
     * Several, separated by commas.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public static List<Token> parse(String text) {
        List<Token> tokens = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            tokens.add(one(one.strip()));
        }
        // Where two persons decide, eve and Eve are one.
        if (tokens.stream()
                        .map(token -> String.valueOf(PersonMark.account(token.name())))
                        .distinct()
                        .count()
                < tokens.size()) {
            throw new IllegalArgumentException("a name stands there twice: give each token its own");
        }
        return tokens;
    }

    private static Token one(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 3
                || parts.length > 4
                || !parts[0].matches("[A-Za-z0-9._-]{1,40}")
                || !parts[2].matches("[0-9A-Fa-f]{64}")) {
            throw new IllegalArgumentException("a token is not as it should be: " + FORM);
        }
        return new Token(
                parts[0],
                roles(parts[0], parts[1]),
                parts[2].toLowerCase(Locale.ROOT),
                parts.length == 4 ? sellers(parts[0], parts[3]) : Set.of());
    }

    private static Set<Role> roles(String name, String words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words.split("\\+", -1)) {
            if (word.equals("act")) {
                throw new IllegalArgumentException("the token of " + name + " has the role act of earlier versions: it"
                        + " is now collect (finance for who only places payments, decide for who also writes off)");
            }
            roles.add(Role.of(word)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the token of " + name + " has no role " + ROLES + ": " + FORM)));
        }
        return roles;
    }

    private static Set<String> sellers(String name, String words) {
        Set<String> sellers = new TreeSet<>();
        for (String seller : words.split("\\+", -1)) {
            if (!seller.matches("[^\\s:,+]{1,200}")) {
                throw new IllegalArgumentException(
                        "the sellers of the token of " + name + " are not as they should be: " + FORM);
            }
            sellers.add(seller);
        }
        return sellers;
    }

    /** Takes the same time whatever is wrong. */
    boolean is(byte[] presented) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), presented);
    }

    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
