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
 * Names the entries of a statement by what they say and by what the account held after them. Banks repeat their own
 * references inside a batch and begin anew each year; two equal payments on one day are two, and differ in what the
 * account held. So an entry has one name, in whichever statements it stands and in whatever order these come. Where a
 * statement comes back to the same balance by an equal entry, these are counted.
 */
public final class EntryIds {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;
    private static final int OF_CONTENT = 10;
    private static final int BITS = 5;

    private final String account;
    private final Map<String, Integer> counts = new HashMap<>();

    EntryIds(String account) {
        this.account = account;
    }

    /** @param after what the account holds with it; null: nobody says */
    String next(Movement movement, @Nullable Money after) {
        String content = content(movement);
        String digest = digest(content, OF_CONTENT)
                + digest(after == null ? content : content + "\u001E" + after, LENGTH - OF_CONTENT);
        return digest + "-" + counts.merge(digest, 1, Integer::sum);
    }

    /** What two entries share that say the same, whatever the account held. */
    public static String content(String id) {
        return id.substring(0, Math.min(OF_CONTENT, id.length()));
    }

    /** What equal entries share after which the account held the same. */
    public static String unnumbered(String id) {
        return id.substring(0, id.lastIndexOf('-'));
    }

    /** The name of the equal entry behind this one. */
    public static String next(String id) {
        String unnumbered = unnumbered(id);
        return unnumbered + "-" + (Integer.parseInt(id.substring(unnumbered.length() + 1)) + 1);
    }

    /** Of what a notification tells of an entry: the same again has the same. */
    static String ofDetails(NotifiedBatch batch, String entry) {
        EntryIds ids = new EntryIds(batch.account());
        StringBuilder content = new StringBuilder(entry + "\u001E" + batch.notification());
        batch.details().forEach(one -> content.append('\u001E').append(ids.content(one)));
        return "details-" + digest(content.toString(), LENGTH);
    }

    private String content(Movement movement) {
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
        return String.join("\u001F", content);
    }

    static String digest(String text, int length) {
        byte[] hash = sha256(text);
        StringBuilder id = new StringBuilder();
        for (int bit = 0; id.length() < length; bit += BITS) {
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
