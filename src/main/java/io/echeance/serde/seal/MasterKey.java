package io.echeance.serde.seal;

import io.echeance.core.order.PersonMark;
import io.echeance.serde.record.PersonKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.utils.Bytes;

/**
 * The key under which the keys of persons lie on their topic. It lies in a file that only its owner reads, and never on
 * a topic: without it, whoever has the brokers' disks has no text.
 */
public final class MasterKey {

    private static final int ID_BYTES = 12;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final int MARK_BYTES = 16;
    private static final String DIGEST = "HmacSHA256";

    private final DataKey key;
    /** Marks are made under a key of their own, so that they say nothing of what is sealed. */
    private final SecretKeySpec marking;

    private final SecretKeySpec accounts;
    private final SecretKeySpec addresses;

    /** A new key of a person or entry: how it is used, and how it is kept. */
    public record Made(String id, DataKey key, PersonKey kept) {}

    private MasterKey(byte[] key) {
        this.key = new DataKey(key);
        this.marking = derived(key, "marks of persons");
        this.accounts = derived(key, "marks of accounts");
        this.addresses = derived(key, "marks of addresses");
    }

    private static SecretKeySpec derived(byte[] key, String purpose) {
        return new SecretKeySpec(digest(new SecretKeySpec(key, DIGEST), purpose), DIGEST);
    }

    public static MasterKey random() {
        return new MasterKey(DataKey.random(DataKey.BYTES));
    }

    /**
     * The key in a file: 64 hexadecimal digits.
     *
     * @throws IOException if it cannot be read, others than its owner may read it, or it holds no key
     */
    public static MasterKey in(Path file) throws IOException {
        if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(file + " may be read by others than its owner: chmod 600 " + file);
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!text.matches("[0-9a-fA-F]{" + 2 * DataKey.BYTES + "}")) {
            throw new IOException(file + " holds no key of " + 2 * DataKey.BYTES + " hexadecimal digits");
        }
        return new MasterKey(HexFormat.of().parseHex(text));
    }

    /** The key in a file, which is made with a new key if it is not there. */
    public static MasterKey inOrMade(Path file) throws IOException {
        if (Files.notExists(file)) {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createFile(
                    file,
                    posix
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                            : new FileAttribute<?>[0]);
            String key = HexFormat.of().formatHex(DataKey.random(DataKey.BYTES));
            Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
        }
        return in(file);
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** @param subject what the key is for: an order, a payment, a customer */
    public Made make(String subject) {
        return make(text(DataKey.random(ID_BYTES), ID_BYTES), subject);
    }

    /** The same, with an id that is known. */
    public Made make(String id, String subject) {
        byte[] bytes = DataKey.random(DataKey.BYTES);
        return new Made(id, new DataKey(bytes), new PersonKey(subject, Bytes.wrap(key.seal(bytes, id))));
    }

    /** What stands for the name of an account where names are sealed. */
    public PersonMark markOf(String account) {
        return new PersonMark(
                text(digest(marking, ""), ID_BYTES), text(digest(marking, "account " + account), MARK_BYTES));
    }

    /**
     * What stands for the account that money came from: another one for each seller, so that two of them cannot tell
     * that they have the same customer.
     *
     * @param holder whom it was paid to
     */
    public String digestOf(String holder, String account) {
        return text(digest(accounts, holder.length() + "/" + holder + "/" + account), MARK_BYTES);
    }

    /** What stands for an e-mail address that cannot be reached. */
    public String digestOfAddress(String email) {
        return text(digest(addresses, email), MARK_BYTES);
    }

    private static byte[] digest(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes, int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, count));
    }

    /** Empty: it lies under another master key. */
    public Optional<DataKey> open(String id, PersonKey kept) {
        return key.open(kept.wrapped().get(), id).map(DataKey::new);
    }
}
