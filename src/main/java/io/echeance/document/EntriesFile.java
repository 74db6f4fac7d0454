package io.echeance.document;

import io.echeance.core.ledger.Journal;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.LedgerLine;
import io.echeance.core.money.Money;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The file of accounting entries that a tax inspector asks for (<i>fichier des écritures comptables, FEC</i>), as the
 * Livre des procédures fiscales, A47 A-1, lays it out: eighteen fields, tabs between them, the fields' names first.
 *
 * <p>Entries stand in the order of their dates, then of their ids, and are numbered through in each journal. None is
 * ever backdated, so that those of days that are over keep their numbers in every later file of the year.
 *
 * @param pieceOf by what a supporting document is known: an invoice by its number
 * @param nameOf the name of a party
 */
public record EntriesFile(List<LedgerEntry> entries, UnaryOperator<String> pieceOf, UnaryOperator<String> nameOf) {

    /** One that the law names. */
    public static final Charset CHARSET = Charset.forName("ISO-8859-15");

    public static final List<String> FIELDS = List.of(
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "Debit",
            "Credit",
            "EcritureLet",
            "DateLet",
            "ValidDate",
            "Montantdevise",
            "Idevise");

    private static final String TAB = "\t";
    private static final String END = "\r\n";

    public EntriesFile {
        entries = entries.stream()
                .sorted(Comparator.comparing(LedgerEntry::on).thenComparing(LedgerEntry::entryId))
                .toList();
    }

    /** As the law wants the file named: the seller's SIREN, and the last day of the year that it is about. */
    public static String name(String siren, LocalDate closedOn) {
        return siren + "FEC" + day(closedOn) + ".txt";
    }

    public String text() {
        StringBuilder text = new StringBuilder(String.join(TAB, FIELDS)).append(END);
        Map<Journal, Integer> numbers = new EnumMap<>(Journal.class);
        for (LedgerEntry entry : entries) {
            Journal journal = Journal.of(entry.journal());
            int number = numbers.merge(journal, 1, Integer::sum);
            for (LedgerLine line : entry.lines()) {
                List<String> fields = new ArrayList<>();
                fields.add(journal.code());
                fields.add(journal.label());
                fields.add("%s%06d".formatted(journal.code(), number));
                fields.add(day(entry.on()));
                addAccount(line, fields);
                fields.add(pieceOf.apply(entry.piece()));
                fields.add(day(entry.pieceOn()));
                fields.add(entry.label());
                fields.add(amount(line.debit()));
                fields.add(amount(line.credit()));
                fields.add(line.matching() == null ? "" : line.matching());
                fields.addAll(List.of("", day(entry.on()), "", ""));
                text.append(String.join(
                                TAB, fields.stream().map(EntriesFile::plain).toList()))
                        .append(END);
            }
        }
        return text.toString();
    }

    private void addAccount(LedgerLine line, List<String> fields) {
        fields.add(line.account());
        fields.add(line.label());
        String party = line.party();
        fields.add(party == null ? "" : party);
        fields.add(party == null ? "" : nameOf.apply(party));
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String amount(Money amount) {
        return amount.toString().replace('.', ',');
    }

    /** No field may hold what separates fields or lines. */
    private static String plain(String field) {
        return field.replaceAll("\\p{Cntrl}", " ");
    }
}
