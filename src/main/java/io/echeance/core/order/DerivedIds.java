package io.echeance.core.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of what we make of others' facts: parts and returns where a person has decided where a payment goes, holds while
 * money waits. They end as no id may that
 * others give: in {@code #} and a number, or in {@code #} and the first half of a SHA-256 over all that they are made
 * of. So none of them is ever that of a payment or fact that was received, and no two of them are the same.
 */
public final class DerivedIds {

    private static final Pattern OURS = Pattern.compile(".*#(\\d+|[0-9a-f]{32})", Pattern.DOTALL);
    private static final int DIGEST_BYTES = 16;
    private static final int LONGEST = 150;
    private static final int LONGEST_HEAD = 100;

    private DerivedIds() {}

    /** What is wrong with an id that others give; null: it is none of ours. */
    public static @Nullable String wrong(String what, String id) {
        return isOurs(id)
                ? what + " " + id + " ends as ids do that we make of others (#1, #2…): give it another one"
                : null;
    }

    /** Whether we have made it. */
    public static boolean isOurs(String id) {
        return id.indexOf('#') >= 0 && OURS.matcher(id).matches();
    }

    /** Whether the id of a part says of which payment: where it is known, its parts are. */
    public static boolean mayHaveDetails(String paymentId) {
        return paymentId.length() <= LONGEST && !isOurs(paymentId);
    }

    /** The order in the id of a refund of ours, {@code orderId/payer/refund/n}. Null: it is none of ours. */
    static @Nullable String orderOfRefund(String refundId, String payerId) {
        int end = refundId.lastIndexOf("/refund/");
        String owed = end < 0 ? "" : refundId.substring(0, end);
        int payer = owed.endsWith("/" + payerId) ? owed.length() - payerId.length() - 1 : owed.lastIndexOf('/');
        return payer <= 0 ? null : owed.substring(0, payer);
    }

    /** Of which payment the id is a part's; the id itself, if it is no part's. */
    public static String whole(String paymentId) {
        int sign = paymentId.lastIndexOf('#');
        boolean isPart = sign > 0
                && sign < paymentId.length() - 1
                && paymentId.chars().skip(sign + 1L).allMatch(one -> one >= '0' && one <= '9');
        return isPart ? paymentId.substring(0, sign) : paymentId;
    }

    /** A payment, and those of which it is a part: the part of a part is one of the whole too. */
    public static List<String> wholes(String paymentId) {
        List<String> wholes = new ArrayList<>(List.of(paymentId));
        for (String whole = whole(paymentId); !whole.equals(wholes.getLast()); whole = whole(whole)) {
            wholes.add(whole);
        }
        return wholes;
    }

    /** The id of the nth part of a payment. */
    public static String part(String paymentId, int n) {
        String base = paymentId.length() <= LONGEST ? paymentId : of(paymentId);
        return base + "#" + n;
    }

    /**
     * The id of what follows from one fact, for others.
     *
     * @param factId it begins with that
     * @param about what else makes it what it is
     */
    public static String of(String factId, String... about) {
        StringBuilder all =
                new StringBuilder().append(factId.length()).append('/').append(factId);
        for (String each : about) {
            all.append('/').append(each.length()).append('/').append(each);
        }
        return head(factId) + "#" + digest(all.toString());
    }

    private static String head(String id) {
        if (id.length() <= LONGEST_HEAD) {
            return id;
        }
        boolean cutsInTwo = Character.isHighSurrogate(id.charAt(LONGEST_HEAD - 1));
        return id.substring(0, cutsInTwo ? LONGEST_HEAD - 1 : LONGEST_HEAD);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
