package io.echeance.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LadderStep.Action;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ladder −7, 3, 5 (fee), 15, 30, 60 of a debt due on 1 March 2026. */
class LadderWalkTest {

    private static final LocalDate DUE_ON = LocalDate.of(2026, 3, 1);
    private static final List<LadderStep> LADDER = List.of(
            step(-7, Action.REMIND),
            step(3, Action.REMIND),
            step(5, Action.CHARGE_RECOVERY_FEE),
            step(15, Action.REMIND),
            step(30, Action.FORMAL_NOTICE),
            step(60, Action.REFER_TO_LITIGATION));

    @ParameterizedTest(name = "after {0} comes {1}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                "nothing, 'd-7 from 2026-02-22 until 2026-03-01, d+3 from 2026-03-04'",
                "'-7 2026-02-23', 'd+3 from 2026-03-04'",
                "'-7 2026-02-23; 3 2026-03-04', 'd+5 from 2026-03-06'",
                "'-7 2026-02-23; 3 2026-03-10', 'd+5 from 2026-03-12'", // held up: the gap of two days stays
                "'-7 2026-02-23; 3 2026-03-04; 5 2026-03-06', 'd+15 from 2026-03-16'",
                "'-7 2026-02-23; 30 2026-03-05', 'd+5 from 2026-03-06'", // named in another debt's notice: the fee
                // stays due
                "'-7 2026-02-23; 30 2026-03-05; 5 2026-03-06', 'd+60 from 2026-04-30'",
                "'-7 2026-02-23; 30 2026-05-05; 5 2026-05-06', 'd+60 from 2026-06-04'"
            })
    void goesOn(@Nullable String taken, String expected) {
        List<String> next = LadderWalk.next(LADDER, steps(taken), DUE_ON).stream()
                .map(LadderWalkTest::text)
                .toList();

        assertThat(String.join(", ", next)).isEqualTo(expected);
    }

    /** The ladder −7, 0, 10 (fee), 20 of the same debt. */
    @ParameterizedTest(name = "with a step on the due date itself, after {0} comes {1}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                "nothing, 'd-7 from 2026-02-22 until 2026-03-01, d+0 from 2026-03-01'", // it waits, as those after it
                "'-7 2026-02-23', 'd+0 from 2026-03-01'",
                "'-7 2026-02-23; 0 2026-03-05', 'd+10 from 2026-03-15'", // its gap of ten days counts too
                "'-7 2026-02-23; 0 2026-03-01; 20 2026-03-21', 'd+10 from 2026-03-11'",
                "'-7 2026-02-23; 0 2026-03-01; 10 2026-03-11; 20 2026-03-21', ''",
                "'0 2026-03-01; 10 2026-03-11; 20 2026-03-21', 'd-7 from 2026-02-22 until 2026-03-01'"
            })
    void aStepOnTheDueDateWaitsLikeThoseAfterIt(@Nullable String taken, String expected) {
        List<LadderStep> ladder = List.of(
                step(-7, Action.REMIND),
                step(0, Action.REMIND),
                step(10, Action.CHARGE_RECOVERY_FEE),
                step(20, Action.FORMAL_NOTICE));
        List<String> next = LadderWalk.next(ladder, steps(taken), DUE_ON).stream()
                .map(LadderWalkTest::text)
                .toList();

        assertThat(String.join(", ", next)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "with nothing before it the fee on the due date comes after {0}: {1}")
    @CsvSource({"'20 2026-03-21', 'd+0 from 2026-03-01'", "'0 2026-03-02', 'd+20 from 2026-03-22'"})
    void aLadderMayBeginOnTheDueDate(String taken, String expected) {
        List<LadderStep> ladder = List.of(step(0, Action.CHARGE_RECOVERY_FEE), step(20, Action.FORMAL_NOTICE));
        List<String> next = LadderWalk.next(ladder, steps(taken), DUE_ON).stream()
                .map(LadderWalkTest::text)
                .toList();

        assertThat(String.join(", ", next)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "where debts share the ladder {0}, d+{1} comes {2} days after a reminder of others")
    @CsvSource({
        "10 25, 10, 15", // the first as long after it as the second would
        "10 25, 25, 15",
        "4 9 30, 4, 5",
        "4 9 30, 9, 5",
        "4 9 30, 30, 21",
        "1 15, 1, 14",
        "20, 20, 20", // alone: as long as it waits itself
        "1, 1, 7" // and a week at least
    })
    void debtsThatShareALadderKeepItsDays(String ladder, int offset, int days) {
        List<LadderStep> steps = Stream.of(ladder.split(" "))
                .map(day -> step(Integer.parseInt(day), Action.REMIND))
                .toList();

        assertThat(LadderWalk.daysBefore(step(offset, Action.REMIND), steps)).isEqualTo(days);
    }

    private static String text(LadderWalk.Next next) {
        String until = next.until() == null ? "" : " until " + next.until();
        return next.step().id() + " from " + next.from() + until;
    }

    private static List<StepTaken> steps(@Nullable String taken) {
        List<StepTaken> steps = new ArrayList<>();
        for (String step : taken == null ? new String[0] : taken.split("; ")) {
            int space = step.indexOf(' ');
            int offset = Integer.parseInt(step.substring(0, space));
            LocalDate on = LocalDate.parse(step.substring(space + 1));
            steps.add(new StepTaken(ReceivableKey.parse("debt#1"), offset, on, Money.of("1.00"), null));
        }
        return steps;
    }

    private static LadderStep step(int offset, Action action) {
        return new LadderStep(action, offset, Money.of("1.00"), Set.of(Quality.values()));
    }
}
