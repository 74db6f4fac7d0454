package io.echeance.laws;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LadderStep.Action;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.PaymentTerms.EndOfMonth;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.VatRate;
import io.echeance.core.terms.VatRegime;
import io.echeance.scenario.ScenarioTerms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A history with what the five packs have not: lines of several rates and discounts, a deposit in percent, days to the
 * end of a month, reminders of fees and interest. All the rest is as in the history of that seed.
 */
final class Varied {

    /** Those of the packs; and each that charges VAT with all this. */
    static final List<Terms> TERMS;

    /** Technolowgic's, with two persons for a payment of more than 500.00. */
    static final String FOUR_EYES = "technolowgic-four-eyes";

    private static final String SUFFIX = "-end-of-month";

    /** The scenarios' terms with reminders of fees and interest, with other days for them. */
    static final String OF_PENALTIES = PenaltyHistories.TERMS + SUFFIX;

    private static final List<VatRate> RATES = List.of(VatRate.values());

    static {
        TERMS = terms();
    }

    private final SplittableRandom random;

    private Varied(long seed) {
        this.random = new SplittableRandom(~seed);
    }

    static History of(long seed) {
        Varied varied = new Varied(seed);
        History plain = Histories.of(seed);
        List<Arrival.Received> arrivals = plain.arrivals().stream()
                .map(received -> new Arrival.Received(received.knownOn(), varied.fact(received.fact())))
                .toList();
        return new History(seed, new ArrayList<>(arrivals), plain.until());
    }

    private Fact fact(Fact fact) {
        return switch (fact) {
            case OrderPlaced placed ->
                new OrderPlaced(
                        placed.factId(),
                        placed.orderId(),
                        placed.on(),
                        termsId(placed.termsId()),
                        placed.customer(),
                        lines(placed.lines()),
                        placed.service(),
                        placed.deposit(),
                        placed.plan(),
                        placed.funding(),
                        placed.beginBeforeWithdrawalEnds());
            case OrderAmended amended ->
                new OrderAmended(amended.factId(), amended.orderId(), amended.on(), lines(amended.lines()));
            default -> fact;
        };
    }

    private String termsId(String termsId) {
        boolean has = TERMS.stream().anyMatch(terms -> terms.name().equals(termsId + SUFFIX));
        return has && random.nextBoolean() ? termsId + SUFFIX : termsId;
    }

    /** Books beside the course, travel at its rate, and a discount that may take more than its kind has. */
    private List<OrderLine> lines(List<OrderLine> plain) {
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine line : plain) {
            lines.add(new OrderLine(line.kind(), line.description(), line.net(), rate()));
        }
        if (random.nextBoolean()) {
            lines.add(new OrderLine(
                    LineKind.TUITION, "books", Money.ofCents(random.nextLong(1, 30_000)), VatRate.REDUCED));
        }
        if (random.nextInt(3) == 0) {
            OrderLine of = lines.get(random.nextInt(lines.size()));
            long most = of.net().cents() + 20_00;
            lines.add(new OrderLine(of.kind(), "discount", Money.ofCents(-random.nextLong(1, most)), of.vat()));
        }
        return lines;
    }

    private VatRate rate() {
        return random.nextBoolean() ? VatRate.STANDARD : RATES.get(random.nextInt(RATES.size()));
    }

    private static List<Terms> terms() {
        List<Terms> all = new ArrayList<>();
        for (Terms terms : ScenarioTerms.all().all()) {
            all.add(terms);
            if (FOUR_EYES.startsWith(terms.name())) {
                all.add(named(FOUR_EYES, terms, withLimit(terms.payment(), Money.of("500.00")), terms.late()));
            }
            if (terms.vat() == VatRegime.STANDARD) {
                all.add(named(
                        terms.name() + SUFFIX, terms, payment(terms.payment()), remindingOfPenalties(terms.late())));
            }
        }
        return all;
    }

    private static Terms named(String name, Terms terms, PaymentTerms payment, LateTerms late) {
        return new Terms(
                name,
                terms.inForceOn(),
                terms.seller(),
                terms.vat(),
                terms.customers(),
                payment,
                terms.funding(),
                late,
                terms.ending(),
                terms.standing(),
                terms.clauses());
    }

    private static PaymentTerms withLimit(PaymentTerms terms, Money limit) {
        return new PaymentTerms(
                terms.billing(),
                terms.dueDays(),
                terms.dueEndOfMonth(),
                terms.dueOnLast(),
                terms.maxInstalments(),
                terms.lastInstalmentMonth(),
                terms.depositAllowed(),
                terms.depositPercent(),
                terms.methods(),
                limit,
                terms.numberNeedsSender(),
                terms.rules());
    }

    private static LateTerms remindingOfPenalties(LateTerms terms) {
        return new LateTerms(
                terms.interest(),
                terms.recoveryFee(),
                terms.ladder(),
                terms.funderLadder(),
                List.of(reminder(4), reminder(9), reminder(30)),
                terms.noticeClock(),
                terms.acceleration(),
                terms.accessSuspendedAfterDays(),
                terms.documentsWithheld());
    }

    private static LadderStep reminder(int offset) {
        return new LadderStep(Action.REMIND, offset, Money.of("1.00"), EnumSet.allOf(Quality.class));
    }

    private static PaymentTerms payment(PaymentTerms terms) {
        return new PaymentTerms(
                terms.billing(),
                45,
                EndOfMonth.DAYS_THEN_MONTH_END,
                terms.dueOnLast(),
                4,
                terms.lastInstalmentMonth(),
                true,
                Percent.of("30"),
                terms.methods(),
                terms.secondPersonAbove(),
                terms.numberNeedsSender(),
                terms.rules());
    }
}
