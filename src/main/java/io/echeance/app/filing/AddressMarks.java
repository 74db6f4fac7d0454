package io.echeance.app.filing;

import io.echeance.serde.seal.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an e-mail address where it is kept that it could not be reached: a digest under the master key, since
 * of one without a key anybody could try addresses.
 *
 * @param master null: words lie in clear, and a digest hides nothing more
 */
record AddressMarks(@Nullable MasterKey master) {

    private static final int DIGEST_BYTES = 16;

    String of(String email) {
        String address = email.toLowerCase(Locale.ROOT);
        return master == null ? digest(address) : master.digestOfAddress(address);
    }

    /** What it may have been known by before the key was set, too. */
    Set<String> allOf(String email) {
        return Stream.of(this, new AddressMarks(null))
                .map(marks -> marks.of(email))
                .collect(Collectors.toSet());
    }

    /** Of what need not be hidden: what mailings and their facts are known by is made of it. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
