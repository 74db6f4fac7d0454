package io.echeance.core.order;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an account that money came from: a digest of it under a key of the installation, and its last four letters
 * or digits, by which a person finds it in the bank's file. It names nobody, and is the same whenever money comes from
 * that account to the same seller.
 */
public record AccountMark(String lastFour, String digest) {

    private static final int LAST = 4;
    private static final Pattern WRITTEN = Pattern.compile("([A-Z0-9]{4})/([A-Za-z0-9_-]{22})");

    /** @param account without blanks, of four letters or digits at least */
    public static AccountMark of(String account, String digest) {
        return new AccountMark(account.substring(account.length() - LAST), digest);
    }

    /** As it stands in a fact. */
    public String written() {
        return lastFour + "/" + digest;
    }

    /** Empty: that is no mark. */
    public static Optional<AccountMark> in(@Nullable String text) {
        Matcher written = WRITTEN.matcher(text == null ? "" : text);
        return written.matches() ? Optional.of(new AccountMark(written.group(1), written.group(2))) : Optional.empty();
    }

    /** What is wrong with one that somebody gives; null: nothing. An account in clear stays with the bank. */
    public static @Nullable String wrong(String field, String text) {
        return in(text).isPresent()
                ? null
                : field + " is no mark of an account: the account itself stays with the bank";
    }
}
