package io.echeance.document;

import io.echeance.core.ledger.ClientLine;
import io.echeance.core.ledger.FinancialYear;
import io.echeance.core.ledger.Journal;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.LedgerLine;
import io.echeance.core.ledger.Lettering;
import io.echeance.core.ledger.Opening;
import io.echeance.core.money.Money;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The file of accounting entries that a tax inspector asks for (<i>fichier des écritures comptables, FEC</i>), as the
 * Livre des procédures fiscales, A47 A-1, lays it out: eighteen fields, tabs between them, the fields' names first.
 *
 * <p>It begins with what the year opens with (<i>à-nouveaux</i>). Entries stand in the order of their dates, then of
 * their ids, and are numbered through in each journal. None is ever backdated, so that those of days that are over keep
 * their numbers and letters in every later file of the year.
 */
public final class EntriesFile {

    /** Any name can be written in it; letters with accents are composed first. */
    public static final Charset CHARSET = StandardCharsets.UTF_8;

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
    private static final Comparator<LedgerEntry> ORDER =
            Comparator.comparing(LedgerEntry::on).thenComparing(LedgerEntry::entryId);

    /** A line of a client's account, by its entry. */
    private record Place(String entryId, String party) {
        private static Place of(ClientLine line) {
            return new Place(line.entry().entryId(), line.party());
        }
    }

    private record Letter(String code, LocalDate on) {}

    /** What a line says beside its account and amount. */
    private record Head(Journal journal, int number, LocalDate on, String piece, LocalDate pieceOn, String label) {}

    private final FinancialYear year;
    private final UnaryOperator<String> pieceOf;
    private final UnaryOperator<String> nameOf;
    private final List<Opening.CarriedOver> opening;
    private final List<LedgerEntry> entries;
    private final Map<Place, Letter> letters;

    /**
     * @param entries of one seller, those of earlier years too; what is later than the year is left out
     * @param pieceOf by what a supporting document is known: an invoice by its number
     * @param nameOf the name of a party
     */
    public EntriesFile(
            FinancialYear year,
            List<LedgerEntry> entries,
            UnaryOperator<String> pieceOf,
            UnaryOperator<String> nameOf) {
        this.year = year;
        this.pieceOf = pieceOf;
        this.nameOf = nameOf;
        List<LedgerEntry> known = entries.stream()
                .filter(entry -> !entry.on().isAfter(year.to()))
                .sorted(ORDER)
                .toList();
        List<LedgerEntry> before =
                known.stream().filter(entry -> entry.on().isBefore(year.from())).toList();
        this.opening = Opening.of(year, before, Lettering.of(before).open());
        this.entries = known.subList(before.size(), known.size());
        this.letters = letters(Lettering.of(known).groups());
    }

    /** A, B … Z, AA …, anew for each party. */
    private Map<Place, Letter> letters(List<Lettering.Group> groups) {
        Map<Place, Letter> given = new HashMap<>();
        Map<String, Integer> ofParty = new HashMap<>();
        for (Lettering.Group group : groups) {
            if (!group.on().isBefore(year.from())) {
                int nth = ofParty.merge(group.lines().getFirst().party(), 1, Integer::sum);
                Letter letter = new Letter(code(nth), group.on());
                group.lines().forEach(line -> given.put(Place.of(line), letter));
            }
        }
        return given;
    }

    static String code(int nth) {
        int rest = nth - 1;
        String last = String.valueOf((char) ('A' + rest % 26));
        return rest < 26 ? last : code(rest / 26) + last;
    }

    /** As the law wants the file named: the seller's SIREN, and the last day of the year that it is about. */
    public static String name(String siren, LocalDate closedOn) {
        return siren + "FEC" + day(closedOn) + ".txt";
    }

    /** Entries of the year, that which it opens with not counted. */
    public int size() {
        return entries.size();
    }

    public String text() {
        StringBuilder text = new StringBuilder(String.join(TAB, FIELDS)).append(END);
        for (Opening.CarriedOver line : opening) {
            text.append(opened(line));
        }
        Map<Journal, Integer> numbers = new EnumMap<>(Journal.class);
        for (LedgerEntry entry : entries) {
            Journal journal = Journal.of(entry.journal());
            int number = numbers.merge(journal, 1, Integer::sum);
            Head head =
                    new Head(journal, number, entry.on(), pieceOf.apply(entry.piece()), entry.pieceOn(), entry.label());
            for (LedgerLine line : entry.lines()) {
                ClientLine client = line.party() == null ? null : new ClientLine(entry, line);
                text.append(row(head, line, line.label(), client));
            }
        }
        return text.toString();
    }

    private String opened(Opening.CarriedOver line) {
        ClientLine carried = line.from();
        Money amount = line.amount();
        Head head = new Head(
                Journal.OPENING,
                1,
                year.from(),
                carried == null ? "À-nouveaux" : pieceOf.apply(carried.entry().piece()),
                carried == null ? year.from() : carried.entry().pieceOn(),
                carried == null ? "À-nouveau" : "À-nouveau " + carried.entry().label());
        LedgerLine posted = new LedgerLine(
                line.account(),
                carried == null ? null : carried.party(),
                amount.orZero(),
                amount.negate().orZero(),
                null);
        return row(head, posted, line.label(), carried);
    }

    private String row(Head head, LedgerLine line, String account, @Nullable ClientLine client) {
        Letter letter = client == null ? null : letters.get(Place.of(client));
        List<String> fields = List.of(
                head.journal().code(),
                head.journal().label(),
                String.format(Locale.ROOT, "%s%06d", head.journal().code(), head.number()),
                day(head.on()),
                line.account(),
                account,
                client == null ? "" : client.party(),
                client == null ? "" : named(client.party()),
                head.piece(),
                day(head.pieceOn()),
                head.label(),
                amount(line.debit()),
                amount(line.credit()),
                letter == null ? "" : letter.code(),
                letter == null ? "" : day(letter.on()),
                day(head.on()),
                "",
                "");
        return String.join(TAB, fields.stream().map(EntriesFile::plain).toList()) + END;
    }

    private String named(String party) {
        String name = nameOf.apply(party);
        return plain(name).isEmpty() ? party : name;
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String amount(Money amount) {
        return amount.toString().replace('.', ',');
    }

    /** Composed; no field may hold what separates fields or lines, or what is no letter at all (half a character). */
    private static String plain(String field) {
        return Normalizer.normalize(field, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ")
                .replaceAll("\\p{Cs}", "\uFFFD")
                .strip();
    }
}
