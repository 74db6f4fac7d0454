package io.echeance.core.lateness;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Percent;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.StatutoryRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An agreed rate compared with the floor of the law, three times the legal rate, in one semester that a delay crosses
 * (Code de commerce, L441-10 II). The default of the law itself, ECB + 10, need not reach it. A rate below the floor is
 * billed as agreed, and a person is alerted: what replaces it is not settled.
 */
public record FloorTest(ReceivableKey receivable, Semester semester, Percent rate, Percent floor, boolean passed) {

    private static final int TIMES = 3;

    /** One for each semester in which interest ran on a debt. A semester whose legal rate is unknown is left out. */
    public static List<FloorTest> of(List<Segment> segments, RateRule rule, StatutoryRates rates) {
        List<FloorTest> tests = new ArrayList<>();
        if (rule instanceof RateRule.Ecb) {
            return tests;
        }
        for (Segment segment : segments) {
            Semester last = Semester.of(segment.to());
            for (Semester half = Semester.of(segment.from()); half.compareTo(last) <= 0; half = half.next()) {
                Optional<StatutoryRates.SemesterRates> row = rates.of(half);
                if (row.isPresent() && !isTested(segment.receivable(), half, tests)) {
                    Percent floor = row.get().legalOther().times(TIMES);
                    boolean passed = segment.rate().compareTo(floor) >= 0;
                    tests.add(new FloorTest(segment.receivable(), half, segment.rate(), floor, passed));
                }
            }
        }
        return tests;
    }

    private static boolean isTested(ReceivableKey receivable, Semester semester, List<FloorTest> tests) {
        return tests.stream()
                .anyMatch(test ->
                        test.receivable().equals(receivable) && test.semester().equals(semester));
    }
}
