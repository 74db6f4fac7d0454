package io.echeance.query.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A bearer token, as the configuration knows it: {@code name:role:hash}.
 *
 * @param name of the person or program; it stands in the audit log
 * @param sha256 hexadecimal, of the token's UTF-8 bytes. The tokens are random, so that a fast hash keeps them
 */
public record Token(String name, Role role, String sha256) {

    private static final String FORM = "write it like alice:act:<64 hexadecimal digits>, the last being its SHA-256";

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
        if (tokens.stream().map(Token::name).distinct().count() < tokens.size()) {
            throw new IllegalArgumentException("a name stands there twice: give each token its own");
        }
        return tokens;
    }

    private static Token one(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || !parts[0].matches("[A-Za-z0-9._-]{1,40}") || !parts[2].matches("[0-9A-Fa-f]{64}")) {
            throw new IllegalArgumentException("a token is not as it should be: " + FORM);
        }
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(parts[1])) {
                return new Token(parts[0], role, parts[2].toLowerCase(Locale.ROOT));
            }
        }
        throw new IllegalArgumentException(
                "the token of " + parts[0] + " has no role read, act, decide or admin: " + FORM);
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
