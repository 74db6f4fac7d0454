package io.echeance.core.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule was used, day by day.
 *
 * @param uses one for each day
 * @param demotedOn the day at whose end persons had corrected it too often; null: it may do what its terms say
 */
public record RuleRecord(List<RuleUse> uses, @Nullable LocalDate demotedOn) {

    static final RuleRecord NOTHING = new RuleRecord(List.of(), null);

    /** So many applications before a day are looked at, and those of the day on which they are full. */
    private static final int LAST = 500;

    /** So many of them corrected, and it only proposes. */
    private static final int CORRECTIONS = 2;

    public RuleRecord {
        uses = List.copyOf(uses);
    }

    RuleRecord and(RuleUse use) {
        List<RuleUse> all = new ArrayList<>();
        RuleUse sum = use;
        for (RuleUse one : uses) {
            if (one.isOfTheSameDay(use)) {
                sum = one.and(use);
            } else {
                all.add(one);
            }
        }
        all.add(sum);
        all.sort(Comparator.comparing(RuleUse::seller)
                .thenComparing(RuleUse::rule)
                .thenComparing(RuleUse::appliedOn));
        return new RuleRecord(all, demotedOn);
    }

    /**
     * As it stands when a day is closed. What was applied on that day itself counts for the next: whether it came
     * before or behind a correction of the day does not show.
     */
    RuleRecord closed(LocalDate day) {
        List<RuleUse> kept = new ArrayList<>();
        int applied = 0;
        int corrected = 0;
        for (RuleUse one : uses.reversed()) {
            if (applied < LAST) {
                kept.addFirst(one);
                corrected += one.corrected();
                applied += one.appliedOn().isBefore(day) ? one.applied() : 0;
            }
        }
        return new RuleRecord(kept, demotedOn == null && corrected >= CORRECTIONS ? day : demotedOn);
    }
}
