package io.echeance.core.statement;

import io.echeance.core.lateness.FloorTest;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.refunds.RefundOwed;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.StatutoryRates;
import java.util.List;

/**
 * Why an account stands as it does on one day, whatever was said before.
 *
 * @param statement drawn for that day; each debt with the segments of its interest, their rates and sources
 * @param floors an agreed rate against the floor of the law, in every semester that a delay crossed
 * @param refunds what goes back, and what the law adds to it by that day
 * @param silences why no alert reaches whom
 */
public record Explained(
        Statement statement, List<FloorTest> floors, List<RefundOwed> refunds, List<NoAlertReason> silences) {

    /** @param rates those that the interest was worked out with */
    public static Explained of(Drawn drawn, Statement statement, StatutoryRates rates) {
        return new Explained(
                statement, floors(drawn.situation(), statement, rates), drawn.refunds(), NoAlertReason.of(drawn));
    }

    /** The floor binds those who sell to professionals. */
    private static List<FloorTest> floors(Situation situation, Statement statement, StatutoryRates rates) {
        InterestTerms terms = situation.terms().late().interest().get(situation.quality());
        if (terms == null || situation.quality() != Quality.PROFESSIONAL) {
            return List.of();
        }
        List<Segment> segments = statement.receivables().stream()
                .flatMap(debt -> debt.segments().stream())
                .toList();
        return FloorTest.of(segments, terms.rate(), rates);
    }
}
