package io.echeance.app.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The name of a file, made of ids and numbers that may hold anything: different ones give different names, and every
 * name is one that a disk can take.
 *
 * <p>What is not a plain letter, digit, {@code - _ +} or dot is written as its code, such as {@code %2F}. A name that
 * is too long is cut and ends with {@code ~} and a digest of the whole.
 */
public record FileName(String text) {

    /** Disks take 255 bytes; what is put before and behind has room too. */
    private static final int LONGEST = 200;

    /** What every name looks like, as a pattern. */
    static final String SAFE = "[A-Za-z0-9._+%~-]+";
    /** What a name looks like that was too long. */
    static final String CUT = "[A-Za-z0-9._+%-]{160}~[0-9a-f]{32}";

    private static final int KEPT = 160;
    private static final int DIGEST_BYTES = 16;

    static FileName of(String name) {
        return shortened(safe(name));
    }

    /**
     * {@code day-order-payer-step}. A hyphen of the payer's is written as its code: the last hyphen before the step is
     * then the one behind the order, and {@code COL-1} with {@code X} is not {@code COL} with {@code 1-X}.
     */
    public static FileName ofLetter(LocalDate on, String orderId, String payer, String step) {
        return shortened(on + "-" + safe(orderId) + "-" + safe(payer).replace("-", "%2D") + "-" + safe(step));
    }

    /** {@code day-payer}, or in a payer's own folder {@code day-seller}. */
    public static FileName ofMailing(LocalDate on, String payer) {
        return shortened(on + "-" + safe(payer));
    }

    public String with(String extension) {
        return text + "." + extension;
    }

    private static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || "-_+".indexOf(letter) >= 0);
            boolean dot = letter == '.' && !safe.isEmpty();
            safe.append(plain || dot ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return safe.isEmpty() ? "%" : safe.toString();
    }

    private static FileName shortened(String name) {
        return new FileName(name.length() <= LONGEST ? name : name.substring(0, KEPT) + "~" + digest(name));
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
