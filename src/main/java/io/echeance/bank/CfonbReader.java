package io.echeance.bank;

import io.echeance.bank.RefusedFile.Cause;
import io.echeance.bank.StatementDraft.Balance;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CFONB 120 (<i>relevé de compte</i>): records of 120 characters, with line breaks or without. 01 opens, 04 is a
 * movement, 05 says more of it, 07 closes; several accounts may follow one another. What other banks leave empty is
 * taken for euros and two decimals.
 */
final class CfonbReader {

    private static final int WIDTH = 120;
    private static final String PLUS = "{ABCDEFGHI";
    private static final String MINUS = "}JKLMNOPQR";
    private static final int DIGITS = 14;

    private final List<BankStatement> statements = new ArrayList<>();
    private @Nullable StatementDraft draft;
    private @Nullable CfonbMovement movement;
    private String holder = "";

    private CfonbReader() {}

    /** A record, with its number. */
    record Columns(String line, String place) {

        /** Without the blanks around; both columns count, from 0. */
        String at(int from, int to) {
            return line.substring(from, to + 1).strip();
        }

        String raw(int from, int to) {
            return line.substring(from, to + 1);
        }

        LocalDate day(int from) throws RefusedFile {
            String text = raw(from, from + 5);
            if (!text.matches("\\d{6}")) {
                throw Written.malformed(place, "'" + text + "' is no date");
            }
            return Written.day("20" + text.substring(4), text.substring(2, 4), text.substring(0, 2), place);
        }

        /** The last character holds the last digit and the sign. */
        Money amount() throws RefusedFile {
            String text = raw(90, 90 + DIGITS - 1);
            String leading = text.substring(0, DIGITS - 1).replace(' ', '0');
            int plus = PLUS.indexOf(text.charAt(DIGITS - 1));
            int minus = MINUS.indexOf(text.charAt(DIGITS - 1));
            if (!leading.matches("00\\d{11}") || plus < 0 && minus < 0) {
                throw Written.malformed(place, "'" + text + "' is no amount of euros and cents");
            }
            long cents = Long.parseLong(leading) * 10 + Math.max(plus, minus);
            return Written.signed(Money.ofCents(cents), plus >= 0);
        }
    }

    static List<BankStatement> read(String text) throws RefusedFile {
        CfonbReader reader = new CfonbReader();
        int number = 0;
        for (String line : text.replace("\u001A", "").split("\\R", -1)) {
            for (int from = 0; from < line.length(); from += WIDTH) {
                String record = line.substring(from, Math.min(from + WIDTH, line.length()));
                number++;
                if (!record.isBlank()) {
                    reader.take(new Columns(record + " ".repeat(WIDTH - record.length()), "record " + number));
                }
            }
        }
        if (reader.draft != null) {
            throw new RefusedFile(Cause.CUT_OFF, "record " + number, "the file ends before the closing balance");
        }
        return reader.statements;
    }

    private void take(Columns record) throws RefusedFile {
        StatementDraft open = draft;
        String code = record.raw(0, 1);
        if (code.equals("01") && open == null) {
            begin(record);
            return;
        }
        if (open == null || !List.of("04", "05", "07").contains(code)) {
            throw new RefusedFile(
                    Cause.OUT_OF_PLACE, record.place(), "a record '" + Written.shown(code) + "' has no business here");
        }
        if (!holder.equals(account(record))) {
            throw new RefusedFile(
                    Cause.OUT_OF_PLACE, record.place(), "it is of another account than the balance before");
        }
        requireEuro(record, code);
        switch (code) {
            case "04" -> {
                finish(open);
                movement = new CfonbMovement(record);
            }
            case "05" -> detail(record);
            default -> {
                finish(open);
                open.closesWith(new Balance(record.day(34), record.amount()));
                statements.add(open.proven());
                draft = null;
            }
        }
    }

    private void begin(Columns record) throws RefusedFile {
        requireEuro(record, "01");
        holder = account(record);
        StatementDraft begun = new StatementDraft(record.place());
        begun.of(new Rib(record.at(2, 6), record.at(11, 15), record.at(21, 31)).iban());
        begun.opensWith(new Balance(record.day(34), record.amount()));
        begun.named(record.day(34).toString());
        draft = begun;
    }

    private void detail(Columns record) throws RefusedFile {
        if (movement == null) {
            throw new RefusedFile(Cause.OUT_OF_PLACE, record.place(), "a detail stands before any movement");
        }
        movement.more(record);
    }

    private void finish(StatementDraft open) throws RefusedFile {
        if (movement != null) {
            open.add(movement.place(), movement.movement());
            movement = null;
        }
    }

    private static String account(Columns record) {
        return record.raw(11, 15) + record.raw(21, 31);
    }

    private static void requireEuro(Columns record, String code) throws RefusedFile {
        String currency = record.at(16, 18);
        if (!currency.isEmpty()) {
            Written.requireEuro(currency, record.place());
        }
        String decimals = record.at(19, 19);
        if (!decimals.isEmpty() && !decimals.equals("2") && !code.equals("05")) {
            throw Written.malformed(record.place(), "euros have two decimals, not '" + decimals + "'");
        }
    }
}
