package io.echeance.bank;

import io.echeance.bank.Movement.Marks;
import io.echeance.bank.RefusedFile.Cause;
import io.echeance.bank.StatementDraft.Balance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * MT940, with SWIFT's envelope or without. What stands in {@code :86:} each bank cuts in its own way: it is one text. A
 * movement is booked on the day of {@code :61:} that has no year, in the year that brings it next to its value date.
 */
final class Mt940Reader {

    private static final Pattern FIELD = Pattern.compile(":(\\d\\d[A-Z]?):(.*)");
    private static final Pattern BALANCE = Pattern.compile("([CD])(\\d\\d)(\\d\\d)(\\d\\d)([A-Z]{3})([\\d,]+)\\s*");
    private static final Pattern LINE = Pattern.compile(
            "(\\d\\d)(\\d\\d)(\\d\\d)(\\d{4})?(R?)([CD])([A-Z])?([\\d,]{1,15})([A-Z])([A-Z0-9]{3})([^\\n"
                    + "]*)(?:\\n"
                    + "([\\s\\S]*))?");
    private static final String BODY = "{4:";
    private static final String INFORMATION = "86";
    private static final int WIDTH = 65;

    private final List<BankStatement> statements = new ArrayList<>();
    private @Nullable StatementDraft draft;
    private @Nullable Movement movement;
    private String movementPlace = "";

    private Mt940Reader() {}

    /** A field, with the lines that go on with it. */
    private static final class Field {

        private final String tag;
        private final StringBuilder content;
        private final String place;
        /** Characters since the last line that was not full. */
        private int width;

        Field(String tag, String first, String place) {
            this.tag = tag;
            this.content = new StringBuilder(first);
            this.place = place;
            this.width = first.length();
        }

        /** A line that is full was cut where it is full, in the middle of a word or a number too. */
        void goOn(String line) {
            boolean isCut = tag.equals(INFORMATION) && width > 0 && width % WIDTH == 0;
            content.append(isCut ? "" : "\n").append(line);
            width = (isCut ? width : 0) + line.length();
        }
    }

    static List<BankStatement> read(String text) throws RefusedFile {
        Mt940Reader reader = new Mt940Reader();
        String last = "line 1";
        for (Field field : fields(text)) {
            reader.take(field.tag, field.content.toString(), field.place);
            last = field.place;
        }
        if (reader.draft != null) {
            throw new RefusedFile(Cause.CUT_OFF, last, "the file ends before the closing balance");
        }
        if (reader.statements.isEmpty()) {
            throw Written.missing(last, "the statement");
        }
        return reader.statements;
    }

    private static List<Field> fields(String text) throws RefusedFile {
        List<Field> fields = new ArrayList<>();
        int number = 0;
        boolean isInEnvelope = false;
        for (String written : text.stripTrailing().split("\\R", -1)) {
            number++;
            String line = withoutEnvelope(written);
            isInEnvelope = (isInEnvelope || written.contains(BODY)) && !line.startsWith("-");
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                fields.add(new Field(field.group(1), field.group(2), "line " + number));
            } else if (!line.isBlank() && !line.strip().equals("-") && !line.startsWith("-}")) {
                if (fields.isEmpty()) {
                    throw new RefusedFile(Cause.OUT_OF_PLACE, "line " + number, "no field has begun before it");
                }
                fields.getLast().goOn(line);
            }
        }
        if (isInEnvelope) {
            throw new RefusedFile(Cause.CUT_OFF, "line " + number, "the file ends before its envelope does");
        }
        return fields;
    }

    private static String withoutEnvelope(String line) {
        int body = line.lastIndexOf(BODY);
        if (body >= 0) {
            return line.substring(body + BODY.length());
        }
        return line.startsWith("{") ? "" : line;
    }

    private void take(String tag, String content, String place) throws RefusedFile {
        StatementDraft open = draft;
        if (tag.equals("20")) {
            if (open != null) {
                throw new RefusedFile(Cause.CUT_OFF, place, "a statement begins before the one before has closed");
            }
            draft = new StatementDraft(place);
            draft.named(content.strip());
            return;
        }
        if (open == null) {
            if (List.of("64", "65", INFORMATION).contains(tag)) {
                return; // What is said behind the closing balance is of the statement as a whole.
            }
            throw new RefusedFile(Cause.OUT_OF_PLACE, place, "a field :" + tag + ": stands outside of a statement");
        }
        switch (tag) {
            case "25", "25P" -> open.of(account(content));
            case "28C", "28" -> open.named(content.strip());
            case "60F", "60M" -> open.opensWith(balance(content, place));
            case "61" -> {
                finish(open, null);
                movement = movement(content, place);
                movementPlace = place;
            }
            case INFORMATION -> finish(open, content);
            case "62F", "62M" -> {
                finish(open, null);
                open.closesWith(balance(content, place));
                statements.add(open.proven());
                draft = null;
            }
            default -> {} // Related references, days of value: not needed.
        }
    }

    private void finish(StatementDraft open, @Nullable String information) {
        Movement waiting = movement;
        if (waiting != null) {
            String text = Written.text(information);
            open.add(movementPlace, text == null ? waiting : with(waiting, text, open.account()));
            movement = null;
        }
    }

    private static Movement with(Movement waiting, String text, String holder) {
        List<String> texts = Stream.concat(Stream.of(text), waiting.texts().stream())
                .distinct()
                .toList();
        return new Movement(
                waiting.bookedOn(),
                waiting.valueOn(),
                waiting.amount(),
                waiting.isReversal(),
                waiting.bankCode(),
                Mt940Party.in(text, holder),
                waiting.marks(),
                texts,
                null);
    }

    /** An IBAN, with the bank before it or not; else all of it. */
    private static String account(String content) {
        for (String part : content.strip().split("[/\\s]+", -1)) {
            if (Written.isIban(part)) {
                return part;
            }
        }
        return Written.account(content);
    }

    private static Balance balance(String content, String place) throws RefusedFile {
        Matcher balance = BALANCE.matcher(content);
        if (!balance.matches()) {
            throw Written.malformed(place, "'" + Written.shown(content) + "' is no balance");
        }
        Written.requireEuro(balance.group(5), place);
        LocalDate on = Written.day("20" + balance.group(2), balance.group(3), balance.group(4), place);
        return new Balance(
                on,
                Written.signed(
                        Written.amount(balance.group(6), place),
                        balance.group(1).equals("C")));
    }

    /** Of a reversal the sign is that of what it does: a reversed credit takes away. */
    private static Movement movement(String content, String place) throws RefusedFile {
        Matcher line = LINE.matcher(content);
        if (!line.matches()) {
            throw Written.malformed(place, "'" + Written.shown(content) + "' is no movement");
        }
        LocalDate valueOn = Written.day("20" + line.group(1), line.group(2), line.group(3), place);
        boolean isReversal = !line.group(5).isEmpty();
        boolean isCredit = line.group(6).equals("C") != isReversal;
        String[] references = line.group(11).split("//", 2);
        String own = Written.text(references[0]);
        String supplement = Written.text(line.group(12));
        String bank = references.length > 1 ? Written.text(references[1]) : null;
        return new Movement(
                line.group(4) == null ? valueOn : booked(line.group(4), valueOn, place),
                valueOn,
                Written.signed(Written.amount(line.group(8), place), isCredit),
                isReversal,
                line.group(9) + line.group(10),
                null,
                new Marks(bank, own == null || own.equals("NONREF") ? null : own, null, null, null, null),
                supplement == null ? List.of() : List.of(supplement),
                null);
    }

    private static LocalDate booked(String monthAndDay, LocalDate valueOn, String place) throws RefusedFile {
        String month = monthAndDay.substring(0, 2);
        int turn = Integer.parseInt(month) - valueOn.getMonthValue();
        int year = valueOn.getYear() + (turn > 6 ? -1 : turn < -6 ? 1 : 0);
        return Written.day(Integer.toString(year), month, monthAndDay.substring(2), place);
    }
}
