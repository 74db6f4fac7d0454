package io.echeance.bank;

import io.echeance.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names entries by what they say. Banks repeat their own references inside a batch and begin anew each year; two equal
 * payments on one day are two, so equal ones of an account and a day are counted, in the order of the file.
 */
final class EntryIds {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;
    private static final int BITS = 5;

    private final Map<String, Integer> counts = new HashMap<>();

    String next(String account, Movement movement) {
        String digest = digest(account, movement);
        return digest + "-" + counts.merge(digest, 1, Integer::sum);
    }

    private static String digest(String account, Movement movement) {
        List<String> content = new ArrayList<>(List.of(
                account,
                movement.bookedOn().toString(),
                movement.valueOn().toString(),
                movement.amount().toString(),
                Money.EURO.getCurrencyCode(),
                text(movement.marks().bank()),
                text(movement.marks().endToEnd()),
                text(movement.marks().transaction())));
        content.addAll(movement.texts());
        byte[] hash = sha256(String.join("\u001F", content));
        StringBuilder id = new StringBuilder();
        for (int bit = 0; id.length() < LENGTH; bit += BITS) {
            int pair = ((hash[bit / 8] & 0xFF) << 8) | (hash[bit / 8 + 1] & 0xFF);
            id.append(LETTERS.charAt((pair >> (16 - BITS - bit % 8)) & 0x1F));
        }
        return id.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
