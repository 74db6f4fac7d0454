package io.echeance.laws;

import static org.assertj.core.api.Assertions.fail;

import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws of an account over seeded histories. {@code -Dhistories=10000} plays more of them, {@code -DfirstSeed=n}
 * begins elsewhere, {@code -Dlaw=books} plays only the laws that speak of books; a broken law prints its seed and the
 * smallest history that breaks it. Odd seeds have lines of several rates, discounts and a deposit in percent, one
 * in ten reminders of fees and interest.
 */
class LawsTest {

    private static final int HISTORIES = Integer.getInteger("histories", 30);
    private static final long FIRST_SEED = Long.getLong("firstSeed", 1L);
    private static final String LAW = System.getProperty("law", "");

    @TestFactory
    Stream<DynamicTest> holds() {
        return laws().filter(law -> law.getDisplayName().contains(LAW));
    }

    private static Stream<DynamicTest> laws() {
        return Stream.of(
                law("the order in which facts of one day reach us changes no amount", MoneyLaws::orderOfArrival),
                law("shares sum to the price, receivables to what is payable, receipts to their use", MoneyLaws::sums),
                law("what stands invoiced is what the shares require", MoneyLaws::invoicedAsRequired),
                law("a payment that is known to have come back settles nothing", ReturnLaws::settlesNothing),
                law("a replay says the same under the same ids", MoneyLaws::replay),
                law("no close before the next date alters anything", MoneyLaws::nextDateIsHonest),
                law("no document is edited after its issue", MoneyLaws::documentsStand),
                law("every document can be made complete, and nothing is wrong with it", DocumentLaws::canGoOut),
                law("every fact is in the evidence or rejected", MoneyLaws::nothingIsLost),
                law("a consumer owes no recovery fee, and no interest before a notice", DunningLaws::consumers),
                law(
                        "steps come once, one a day, never on a day off, never sooner than the ladder has them",
                        DunningLaws::ladders),
                law(
                        "of fees and interest one reminder comes after the other, whatever comes back",
                        PenaltyLaws::histories,
                        PenaltyLaws::rhythm),
                law(
                        "of fees and interest no reminders come in a burst after an outage",
                        PenaltyLaws::histories,
                        PenaltyLaws::rhythmInOutages),
                law(
                        "the next reminder of a fee or interest comes on the day that a statement has for it",
                        PenaltyLaws::histories,
                        PenaltyLaws::announced),
                law("no step stands of a debt before its due date allows it", DunningLaws::steps),
                law(
                        "nothing falls due of what has no number, and nothing before it has",
                        HeldBackLaws::nothingFallsDue),
                law("nobody is dunned whose documents are held back", HeldBackLaws::nobodyIsDunned),
                law("a document that was held back counts from its number on", HeldBackLaws::amountsStand),
                law("the books agree with the statement", LedgerLaws::agreesWithStatement),
                law("an entry is posted once, and taken back only after", LedgerLaws::entriesAreNamedOnce),
                law("what is settled is lettered, and a letter adds up to nothing", LedgerLaws::settledIsLettered),
                law("what documents ask for in the end is what the books have", ReportingLaws::basesAreInTheBooks),
                law("parts of a document that is paid are its net and its VAT", ReportingLaws::partsAreExact),
                law("what was collected adds up period by period", ReportingLaws::periodsAddUp),
                law("segments of a debt neither overlap nor miscount", DunningLaws::segments),
                law("closing only the latest day after an outage repeats and bursts nothing", DunningLaws::outage),
                law(
                        "an account retells its past as the facts do, as of any day, as known on any day",
                        2 * HISTORIES,
                        RetellingLaws::past),
                law("the forecast for tomorrow is what tomorrow brings", 2 * HISTORIES, RetellingLaws::future),
                law("the forecast of many days is what they bring", RetellingLaws::farFuture));
    }

    /** One in ten is of fees and interest that are reminded of. */
    private static History history(long seed) {
        if (seed % 10 == 5) {
            return PenaltyLaws.histories(seed);
        }
        return seed % 2 == 0 ? Histories.of(seed) : Varied.of(seed);
    }

    private static DynamicTest law(String sentence, Function<History, @Nullable String> law) {
        return law(sentence, HISTORIES, law);
    }

    private static DynamicTest law(String sentence, int histories, Function<History, @Nullable String> law) {
        return law(sentence, histories, LawsTest::history, law);
    }

    private static DynamicTest law(
            String sentence, LongFunction<History> histories, Function<History, @Nullable String> law) {
        return law(sentence, HISTORIES, histories, law);
    }

    private static DynamicTest law(
            String sentence, int most, LongFunction<History> histories, Function<History, @Nullable String> law) {
        return DynamicTest.dynamicTest(sentence, () -> {
            for (long seed = FIRST_SEED; seed < FIRST_SEED + most; seed++) {
                History history = histories.apply(seed);
                String broken = law.apply(history);
                if (broken != null) {
                    History smallest = history.shrunk(law);
                    fail("%s\nsmallest: %s\n%s", broken, law.apply(smallest), smallest);
                }
            }
        });
    }
}
