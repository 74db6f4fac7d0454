package io.echeance.document;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of accounting entries as its public description has it (LPF, A47 A-1, VII; BOI-CF-IOR-60-40-20), and
 * collects what an inspector's program would object to. It knows nothing of the program that wrote the file.
 */
public final class EntriesFileReader {

    private static final List<String> FIELDS = List.of(
            ("JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef"
                            + " PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise")
                    .split(" "));

    /** Those that may be empty, by the description. */
    private static final List<String> MAY_BE_EMPTY =
            List.of("CompAuxNum", "CompAuxLib", "EcritureLet", "DateLet", "Montantdevise", "Idevise");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** A line, each field by its name. */
    public record Line(Map<String, String> fields) {

        public String get(String field) {
            return fields.getOrDefault(field, "");
        }

        public LocalDate day(String field) {
            return LocalDate.parse(get(field), DAY);
        }

        public BigDecimal amount(String field) {
            return new BigDecimal(get(field).replace(',', '.'));
        }

        /** Debit less credit. */
        public BigDecimal balance() {
            return amount("Debit").subtract(amount("Credit"));
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<String> objections = new ArrayList<>();

    /** @param name the file's name, without folder */
    public EntriesFileReader(String name, byte[] bytes) {
        if (!name.matches("\\d{9}FEC\\d{8}\\.txt")) {
            objections.add("name: " + name);
        }
        String[] rows = text(bytes).split("\r\n", -1);
        if (!rows[0].equals(String.join("\t", FIELDS))) {
            objections.add("first row: " + rows[0]);
        }
        if (!rows[rows.length - 1].isEmpty()) {
            objections.add("the last row does not end");
        }
        for (int row = 1; row < rows.length - 1; row++) {
            read(row, rows[row].split("\t", -1));
        }
        if (objections.isEmpty()) {
            checkEntries(name);
            checkOpening();
            checkLetters(name);
        }
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            objections.add("is not valid UTF-8");
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    public List<Line> lines() {
        return lines;
    }

    public List<String> objections() {
        return objections;
    }

    private void read(int row, String[] cells) {
        if (cells.length != FIELDS.size()) {
            objections.add("row " + row + " has " + cells.length + " fields");
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int at = 0; at < cells.length; at++) {
            String field = FIELDS.get(at);
            fields.put(field, cells[at]);
            boolean good = cells[at].isEmpty()
                    ? MAY_BE_EMPTY.contains(field)
                    : switch (field) {
                        case "EcritureDate", "PieceDate", "ValidDate", "DateLet" -> isDay(cells[at]);
                        case "Debit", "Credit" -> cells[at].matches("\\d+,\\d\\d");
                        case "CompteNum" -> cells[at].matches("[1-8]\\d\\d.*");
                        default ->
                            cells[at].equals(cells[at].strip())
                                    && Normalizer.isNormalized(cells[at], Normalizer.Form.NFC);
                    };
            if (!good) {
                objections.add("row " + row + ", " + field + ": '" + cells[at] + "'");
            }
        }
        if (fields.get("CompAuxNum").isEmpty() != fields.get("CompAuxLib").isEmpty()) {
            objections.add("row " + row + ": an auxiliary account has a number and a name, or neither");
        }
        if (fields.get("EcritureLet").isEmpty() != fields.get("DateLet").isEmpty()) {
            objections.add("row " + row + ": a letter has a date, or there is neither");
        }
        lines.add(new Line(fields));
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == 8 && DAY.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Numbers run from 1 in each journal, entries stand together, balance, and follow one another in time. */
    private void checkEntries(String name) {
        Map<String, Integer> lastOfJournal = new HashMap<>();
        Map<String, BigDecimal> balances = new LinkedHashMap<>();
        LocalDate end = LocalDate.parse(name.substring(12, 20), DAY);
        LocalDate before = LocalDate.MIN;
        String open = "";
        for (Line line : lines) {
            String number = line.get("EcritureNum");
            String journal = line.get("JournalCode");
            if (!number.equals(open)) {
                int next = lastOfJournal.merge(journal, 1, Integer::sum);
                if (!number.startsWith(journal) || Integer.parseInt(number.substring(journal.length())) != next) {
                    objections.add(number + " is not the entry " + next + " of its journal");
                }
                open = number;
            }
            LocalDate day = line.day("EcritureDate");
            if (day.isBefore(before) || day.isAfter(end) || !day.isAfter(end.minusYears(1))) {
                objections.add(number + " of " + day + " is out of order, or of another year");
            }
            before = day;
            balances.merge(number, line.balance(), BigDecimal::add);
        }
        balances.forEach((number, balance) -> {
            if (balance.signum() != 0) {
                objections.add(number + " is out of balance by " + balance);
            }
        });
    }

    /** What the year opens with comes first, as one entry of balance accounts (classes 1 to 5). */
    private void checkOpening() {
        boolean others = false;
        for (Line line : lines) {
            boolean opens = line.get("JournalCode").equals("AN");
            if (opens && (others || !line.get("CompteNum").matches("[1-5].*"))) {
                objections.add(line.get("EcritureNum") + ": opens late, or with account " + line.get("CompteNum"));
            }
            others |= !opens;
        }
    }

    /** Lines of a client that bear one letter add up to nothing, and were all there on the letter's date. */
    private void checkLetters(String name) {
        Map<String, BigDecimal> balances = new LinkedHashMap<>();
        LocalDate end = LocalDate.parse(name.substring(12, 20), DAY);
        for (Line line : lines) {
            if (!line.get("EcritureLet").isEmpty()) {
                String letter = line.get("CompAuxNum") + " " + line.get("EcritureLet") + " " + line.get("DateLet");
                balances.merge(letter, line.balance(), BigDecimal::add);
                LocalDate letteredOn = line.day("DateLet");
                if (letteredOn.isBefore(line.day("EcritureDate")) || letteredOn.isAfter(end)) {
                    objections.add(line.get("EcritureNum") + ": lettered on " + letteredOn);
                }
            }
        }
        balances.forEach((letter, balance) -> {
            if (balance.signum() != 0) {
                objections.add("letter " + letter + " leaves " + balance);
            }
        });
    }
}
