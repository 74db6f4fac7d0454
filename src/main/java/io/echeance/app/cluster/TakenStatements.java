package io.echeance.app.cluster;

import io.echeance.bank.BankStatement;
import io.echeance.bank.BankStatement.Balances;
import io.echeance.serde.record.TakenStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of account that were taken before, by account, in the order in which they were. */
public final class TakenStatements {

    private final Map<String, List<TakenStatement>> byAccount = new HashMap<>();

    /** How a statement stands to those of its account. */
    public enum Place {
        /** The first one of its account. */
        FIRST,
        /** It opens with what the last one closed with. */
        FOLLOWS,
        /** It was taken before, whatever the bank calls it now. */
        KNOWN,
        /** It begins before the last one ends: what it repeats has the ids that it had. */
        OVERLAPS,
        /** It opens with another balance than the last one closed with: one is missing between them. */
        GAP
    }

    public void add(TakenStatement statement) {
        byAccount
                .computeIfAbsent(statement.account(), first -> new ArrayList<>())
                .add(statement);
    }

    public Place place(BankStatement statement) {
        List<TakenStatement> before = byAccount.getOrDefault(statement.account(), List.of());
        String digest = digest(statement);
        if (before.stream().anyMatch(one -> one.digest().equals(digest))) {
            return Place.KNOWN;
        }
        TakenStatement last = last(before);
        if (last == null) {
            return Place.FIRST;
        }
        Balances balances = balances(statement);
        LocalDate opening = balances.openingOn();
        LocalDate closed = last.closingOn();
        boolean begins = opening == null || closed == null || !opening.isBefore(closed);
        boolean follows = begins && balances.opening().equals(last.closing());
        Set<String> known = entries(statement.account());
        boolean repeats = statement.entries().stream().anyMatch(entry -> known.contains(entry.id()));
        // Of a day that came to nothing, opening and closing balance do not tell which of the two it is.
        boolean isAgain = repeats && balances.opening().equals(last.opening());
        if (follows && !isAgain) {
            return Place.FOLLOWS;
        }
        return begins && !repeats ? Place.GAP : Place.OVERLAPS;
    }

    /** The one that closes last; of those of one day the one that was taken last. */
    private static @Nullable TakenStatement last(List<TakenStatement> before) {
        TakenStatement last = null;
        for (TakenStatement one : before) {
            boolean isEarlier = last != null
                    && one.closingOn() != null
                    && last.closingOn() != null
                    && one.closingOn().isBefore(last.closingOn());
            last = isEarlier ? last : one;
        }
        return last;
    }

    /** With what the last one of an account closed. */
    public String lastClosing(String account) {
        TakenStatement last = last(byAccount.getOrDefault(account, List.of()));
        return last == null ? "nothing" : last.closing() + (last.closingOn() == null ? "" : " on " + last.closingOn());
    }

    /** The ids of all entries of an account. */
    public Set<String> entries(String account) {
        Set<String> ids = new HashSet<>();
        byAccount.getOrDefault(account, List.of()).forEach(one -> ids.addAll(one.entries()));
        return ids;
    }

    /** @param entries the ids under which its entries are known */
    public static TakenStatement taken(BankStatement statement, List<String> entries) {
        Balances balances = balances(statement);
        return new TakenStatement(
                statement.account(),
                statement.id(),
                balances.openingOn(),
                balances.opening(),
                balances.closingOn(),
                balances.closing(),
                entries,
                digest(statement));
    }

    private static Balances balances(BankStatement statement) {
        return Objects.requireNonNull(statement.balances(), "it books");
    }

    private static String digest(BankStatement statement) {
        StringBuilder content = new StringBuilder(statement.account() + "\n" + balances(statement));
        statement.entries().forEach(entry -> content.append('\n').append(entry.id()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
