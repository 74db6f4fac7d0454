package io.echeance.reference;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.StatutoryRates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The statutory rates, read from a CSV file: {@code semester,legal_individual,legal_other,ecb_mro_first_day,source}, in
 * percent a year; lines that begin with {@code #} are remarks.
 */
public final class StatutoryRatesFile {

    private static final String BUNDLED = "/statutory-rates.csv";
    private static final String HEADER = "semester,legal_individual,legal_other,ecb_mro_first_day,source";
    private static final int COLUMNS = 5;

    private StatutoryRatesFile() {}

    /** The rates that come with the program, read once. */
    public static StatutoryRates bundled() {
        return Bundled.RATES;
    }

    private static final class Bundled {
        private static final StatutoryRates RATES = readBundled();
    }

    private static StatutoryRates readBundled() {
        try (InputStream file = Objects.requireNonNull(StatutoryRatesFile.class.getResourceAsStream(BUNDLED))) {
            return read("statutory-rates.csv", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws UnreadableReferenceData with every line that is wrong */
    public static StatutoryRates file(Path file) {
        try {
            return read(file.toString(), TextFile.read(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static StatutoryRates read(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        Map<Semester, StatutoryRates.SemesterRates> rows = new LinkedHashMap<>();
        boolean headerSeen = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!headerSeen) {
                headerSeen = true;
                if (!line.strip().equals(HEADER)) {
                    problems.add(new Problem(file, number, "", "the first line must be " + HEADER));
                    break;
                }
                continue;
            }
            row(file, number, line, rows, problems);
        }
        if (!problems.isEmpty()) {
            throw new UnreadableReferenceData(problems);
        }
        return new StatutoryRates(rows.values());
    }

    private static void row(
            String file,
            int number,
            String line,
            Map<Semester, StatutoryRates.SemesterRates> rows,
            List<Problem> problems) {
        String[] cells = line.split(",", COLUMNS);
        String key = cells[0].strip();
        if (cells.length < COLUMNS) {
            problems.add(new Problem(file, number, key, "expected the " + COLUMNS + " columns " + HEADER));
            return;
        }
        try {
            StatutoryRates.SemesterRates row = new StatutoryRates.SemesterRates(
                    Semester.parse(key), percent(cells[1]), percent(cells[2]), percent(cells[3]));
            if (rows.putIfAbsent(row.semester(), row) != null) {
                problems.add(new Problem(file, number, key, "this semester stands here a second time"));
            }
        } catch (IllegalArgumentException | ArithmeticException notOne) {
            problems.add(new Problem(
                    file, number, key, "expected a semester such as 2026-S1 and three rates such as 2.62: " + line));
        }
    }

    private static Percent percent(String cell) {
        return Percent.of(cell.strip());
    }
}
