package io.echeance.console;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that the browser keeps, sealed (AES-GCM): nobody can read or change what is in the cookie, and the server
 * keeps nothing, but which ones were ended before their time. The key is made anew at each start, so a restart ends
 * them, as does another instance: whoever puts several behind one name sends a person always to the same one.
 */
final class Sessions {

    static final Duration LENGTH = Duration.ofHours(8);

    /** For so long a page says what was done, and offers to take it back. */
    private static final Duration SAID = Duration.ofMinutes(10);

    private static final String MARKS = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 16;

    private final SecureRandom random;
    private final InstantSource time;
    private final SecretKey key;
    /** Those that were ended, with when they would have been over. */
    private final Map<String, Long> ended = new ConcurrentHashMap<>();

    Sessions(SecureRandom random, InstantSource time) {
        this.random = random;
        this.time = time;
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(256, random);
            key = keys.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever keeps its cookie comes in no more. */
    void end(Session session) {
        long now = time.instant().getEpochSecond();
        ended.values().removeIf(until -> until <= now);
        ended.put(session.id(), session.until());
    }

    Session begin(String token) {
        return new Session(chance(), token, time.instant().plus(LENGTH).getEpochSecond());
    }

    /** Something that nobody can guess, such as the key of a form. */
    String chance() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String sealed(Session session) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = (session.id() + " " + session.until() + " " + session.token()).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, text);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** Empty: it is not one of ours, or it has ended. */
    Optional<Session> open(@Nullable String cookie) {
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cookie);
            if (bytes.length < NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length));
            String[] parts = new String(text, StandardCharsets.UTF_8).split(" ", 3);
            Session session = new Session(parts[0], parts[2], Long.parseLong(parts[1]));
            boolean isOver = time.instant().getEpochSecond() >= session.until() || ended.containsKey(session.id());
            return isOver ? Optional.empty() : Optional.of(session);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What a form of this session carries, so that no other site can send it. One's next session takes it too, on any
     * instance: what was typed is not lost if the first one, or the instance, has ended meanwhile.
     */
    String formToken(Session session) {
        return session.token().isEmpty()
                ? mark(key, "form " + session.id())
                : mark(new SecretKeySpec(session.token().getBytes(StandardCharsets.UTF_8), MARKS), "form");
    }

    boolean isFormToken(Session session, @Nullable String shown) {
        return shown != null && isSame(formToken(session), shown);
    }

    /** In seconds of the epoch. */
    String now() {
        return Long.toString(time.instant().getEpochSecond());
    }

    /** Of what this session was told. */
    String seal(Session session, String text) {
        return mark(key, "said " + session.id() + " " + text);
    }

    /** @param at when it was sealed, as {@link #now} wrote it; the text has it too */
    boolean isSealed(Session session, String at, String text, String seal) {
        return at.matches("\\d{1,12}")
                && time.instant().getEpochSecond() - Long.parseLong(at) <= SAID.toSeconds()
                && isSame(seal(session, text), seal);
    }

    private static String mark(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(MARKS);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed here", e);
        }
    }
}
