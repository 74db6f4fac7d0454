package io.echeance.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.terms.StatutoryRates;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TermsLintTest {

    private static final StatutoryRates RATES = StatutoryRatesFile.bundled();

    @TempDir
    Path folder;

    @Test
    void a_clean_pack_has_no_finding() {
        assertThat(TermsLint.findings(CleanPack.asItIs(), RATES)).isEmpty();
    }

    @Test
    void values_alone_are_judged_where_no_text_was_read() {
        TermPack technolowgic = TermPacks.bundled().pack("technolowgic").orElseThrow();
        assertThat(TermsLint.findings(new TermPack(technolowgic.terms(), null), RATES))
                .extracting(Finding::rule)
                .containsOnly(Rule.RATE_BELOW_FLOOR);
    }

    @Test
    void a_floor_that_cannot_be_known_is_reported() {
        assertThat(TermsLint.findings(CleanPack.asItIs(), new StatutoryRates(List.of())))
                .extracting(Finding::rule)
                .containsExactly(Rule.FLOOR_NOT_TESTED);
    }

    @Test
    void the_worst_comes_first() {
        for (TermPack pack : TermPacks.bundled().packs()) {
            assertThat(TermsLint.findings(pack, RATES))
                    .extracting(Finding::severity)
                    .isSorted();
        }
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("changes")
    void one_change_of_the_clean_pack_brings_one_finding(Rule expected, List<String> beforeAndAfter)
            throws IOException {
        TermPack changed = CleanPack.with(folder, beforeAndAfter.toArray(String[]::new));
        assertThat(TermsLint.findings(changed, RATES)).extracting(Finding::rule).containsOnly(expected);
    }

    @ParameterizedTest(name = "{0} days, end of month: {1}; for professionals {2} findings, for public buyers {3}")
    @CsvSource({
        "60, , 0, 1",
        "61, , 1, 1",
        "30, , 0, 0",
        "45, DAYS_THEN_MONTH_END, 0, 1",
        "45, MONTH_END_THEN_DAYS, 0, 1",
        "46, DAYS_THEN_MONTH_END, 1, 1",
        "46, MONTH_END_THEN_DAYS, 1, 1",
        "0, MONTH_END_THEN_DAYS, 0, 0", // at most 30 days, from the first of a month of 31
        "1, DAYS_THEN_MONTH_END, 0, 1"
    })
    void days_to_pay_are_held_against_the_cap_of_their_kind(
            int days, @Nullable String endOfMonth, int professionals, int publicBuyers) throws IOException {
        String due = "dueDays: " + days + (endOfMonth == null ? "" : "\n  dueEndOfMonth: " + endOfMonth);
        List<String> sentences = TermsLint.findings(CleanPack.with(folder, "dueDays: 30", due), RATES).stream()
                .filter(finding -> finding.rule() == Rule.PAYMENT_TERM_TOO_LONG)
                .map(Finding::sentence)
                .toList();

        assertThat(sentences)
                .filteredOn(sentence -> sentence.contains("professionals"))
                .hasSize(professionals);
        assertThat(sentences)
                .filteredOn(sentence -> sentence.contains("public buyer"))
                .hasSize(publicBuyers);
    }

    @Test
    void every_rule_is_seen_to_bite() {
        Set<Rule> seen = new TreeSet<>(Set.of(Rule.FLOOR_NOT_TESTED));
        changes().forEach(change -> seen.add((Rule) change.get()[0]));
        assertThat(seen).isEqualTo(EnumSet.allOf(Rule.class));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(Rule.RATE_BELOW_FLOOR, "PROFESSIONAL: { rate: 12.15 }", "PROFESSIONAL: { rate: 7.85 }"),
                change(Rule.RATE_BELOW_FLOOR, "PROFESSIONAL: { rate: 12.15 }", "PROFESSIONAL: { rate: legal*2 }"),
                change(Rule.RATE_BELOW_FLOOR, "PROFESSIONAL: { rate: 12.15 }", "PROFESSIONAL: { rate: ecb+5 }"),
                change(Rule.PENALTIES_NOT_STATED, "to: [PROFESSIONAL], calledNet", "to: [], calledNet"),
                change(Rule.PUBLIC_BUYER_RATE, "ecb+8-public", "ecb+8"),
                change(
                        Rule.PUBLIC_BUYER_RATE,
                        "to: [PROFESSIONAL], afterNotice",
                        "to: [PROFESSIONAL, PUBLIC_BUYER], afterNotice"),
                change(Rule.CONSUMER_RATE, "CONSUMER: { rate: legal,", "CONSUMER: { rate: legal*3,"),
                change(Rule.CONSUMER_RATE, "rate: legal, to: [CONSUMER]", "rate: legal*3, to: [CONSUMER]"),
                change(Rule.CONSUMER_INTEREST_WITHOUT_NOTICE, "rate: legal, afterNoticeDays: 8", "rate: legal"),
                change(Rule.CONSUMER_INTEREST_WITHOUT_NOTICE, "afterNotice: true", "afterNotice: false"),
                change(Rule.CONSUMER_RECOVERY_FEE, "qualities: [PROFESSIONAL, PUBLIC_BUYER]", "qualities: [CONSUMER]"),
                change(
                        Rule.CONSUMER_RECOVERY_FEE,
                        "to: [PROFESSIONAL], calledNet",
                        "to: [PROFESSIONAL, CONSUMER], calledNet"),
                change(Rule.RECOVERY_FEE_AMOUNT, "{ amount: 40.00", "{ amount: 45.00"),
                change(Rule.RECOVERY_FEE_AMOUNT, "EUR, amount: 40.00", "EUR, amount: 35.00"),
                change(Rule.RECOVERY_FEE_CALLED_NET, "calledNet: false", "calledNet: true"),
                change(Rule.CONSUMER_COLLECTION_COSTS, "proof, to: [PROFESSIONAL]", "proof, to: [CONSUMER]"),
                change(Rule.FUNDER_DELAY_PENALISED, "says: VAT_NUMBER", "says: FUNDER_DELAY_PENALISED"),
                change(Rule.PAYMENT_TERM_TOO_LONG, "dueDays: 30", "dueDays: 31"),
                change(Rule.PAYMENT_TERM_TOO_LONG, "dueDays: 30", "dueDays: 61"),
                change(
                        Rule.PAYMENT_TERM_TOO_LONG,
                        "dueDays: 30",
                        "dueDays: 1\n  dueEndOfMonth: DAYS_THEN_MONTH_END"), // for a public buyer
                change(
                        Rule.PAYMENT_TERM_TOO_LONG,
                        "customers: [PROFESSIONAL, PUBLIC_BUYER,",
                        "customers: [PROFESSIONAL,",
                        "    PUBLIC_BUYER: { rate: ecb+8-public }\n",
                        "",
                        "qualities: [PROFESSIONAL, PUBLIC_BUYER]",
                        "qualities: [PROFESSIONAL]",
                        "dueDays: 30",
                        "dueDays: 46\n  dueEndOfMonth: MONTH_END_THEN_DAYS"),
                change(Rule.THRESHOLD_WITHOUT_NUMBER, ", count: 2", ""),
                change(Rule.ACCELERATION_NOTICE_SHORT, "unansweredDays: 30", "unansweredDays: 15"),
                change(Rule.ACCESS_CUT_BEFORE_REMINDER, "accessSuspendedAfterDays: 15", "accessSuspendedAfterDays: 3"),
                change(Rule.DOCUMENTS_WITHHELD, "documentsWithheld: false", "documentsWithheld: true"),
                change(
                        Rule.INSTALMENTS_DIFFER,
                        "    - { says: MEDIATOR",
                        "    - { says: INSTALMENTS, at: a, words: w, atMost: 8, population: p }\n"
                                + "    - { says: MEDIATOR"),
                change(
                        Rule.PLAN_LONGER_THAN_ITS_MONTHS,
                        "maxInstalments: 3",
                        "dueOnLast: NOVEMBER\n  maxInstalments: 3\n  lastInstalmentMonth: DECEMBER"),
                change(Rule.PLAN_IS_CREDIT, "maxInstalments: 3", "maxInstalments: 4"),
                change(
                        Rule.DEPOSIT_UNDEFINED,
                        "depositAllowed: false",
                        "depositAllowed: true",
                        "TRAINING",
                        "SCHOOLING"),
                change(
                        Rule.DEPOSIT_UNDEFINED,
                        "    - { says: MEDIATOR",
                        "    - { says: DEPOSIT, at: a, words: w, nature: ARRHES }\n    - { says: MEDIATOR"),
                change(
                        Rule.DEPOSIT_NATURE_UNSAID,
                        "    - { says: MEDIATOR",
                        "    - { says: DEPOSIT, at: a, words: w, definedAt: art. 2 }\n    - { says: MEDIATOR"),
                change(Rule.CONSUMER_PAYS_TOO_EARLY, "billing: AT_DELIVERY", "billing: AT_ORDER"),
                change(
                        Rule.METHODS_DIFFER,
                        "    - { says: MEDIATOR",
                        "    - { says: PAYMENT_METHODS, at: a, words: w, methods: [CARD] }\n    - { says: MEDIATOR"),
                change(
                        Rule.FRANCHISE_WITH_VAT_PRICES,
                        "vat: STANDARD",
                        "vat: FRANCHISE_293_B",
                        "    - { says: VAT_NUMBER, at: art. 2, words: VAT number }\n",
                        ""),
                change(
                        Rule.FRANCHISE_WITH_VAT_NUMBER,
                        "vat: STANDARD",
                        "vat: FRANCHISE_293_B",
                        "shown: WITH_VAT",
                        "shown: WITHOUT_ANY_VAT"),
                change(Rule.CONSUMER_PRICES_NET, "shown: WITH_VAT", "shown: NET_OF_VAT"),
                change(Rule.SCALE_HOLE, "{ most: 14 }", "{ least: 1, most: 14 }"),
                change(Rule.SCALE_HOLE, "{ least: 15 }", "{ least: 16 }"),
                change(Rule.SCALE_HOLE, "{ least: 15 }", "{ least: 15, most: 90 }"),
                change(Rule.SCALE_OVERLAP, "{ most: 14 }", "{ most: 15 }"),
                change(Rule.SCALE_FALLS, "percent: 0 }", "percent: 50 }"),
                change(Rule.FEE_ON_WITHDRAWAL, "stance: GRANTED", "stance: CHARGED"),
                change(Rule.WITHDRAWAL_DENIED, "stance: GRANTED", "stance: DENIED"),
                change(
                        Rule.WITHDRAWAL_UNMENTIONED,
                        "    - { says: WITHDRAWAL, at: art. 4, words: 14 days, stance: GRANTED }\n",
                        ""),
                change(Rule.WITHDRAWAL_TOO_SHORT, "withdrawal: { days: 14", "withdrawal: { days: 10"),
                change(Rule.WITHDRAWAL_TOO_SHORT, "  withdrawal: { days: 14, refundDays: 14 }\n", ""),
                change(Rule.REFUND_TOO_SLOW, "days: 14, refundDays: 14", "days: 14, refundDays: 30"),
                change(
                        Rule.REFUND_TIMES_DIFFER,
                        "    - { says: MEDIATOR",
                        "    - { says: REFUND_TIME, at: a, words: w, occasion: CHANGE_OF_MIND, withinDays: 7 }\n"
                                + "    - { says: MEDIATOR"),
                change(Rule.GUARANTEE_IS_THE_LAW, "moneyBack: { days: 30", "moneyBack: { days: 14"),
                change(Rule.FEE_WITHOUT_RECIPROCITY, "indemnity: true", "indemnity: false"),
                change(Rule.PERIODS_BEGUN_KEPT, "periodsBegunAreDue: false", "periodsBegunAreDue: true"),
                change(Rule.NO_EXIT_FOR_GOOD_REASON, "reasons: [SERIOUS]", "reasons: [HEALTH]"),
                change(Rule.ALL_FEES_KEPT, "says: VAT_NUMBER", "says: ALL_FEES_KEPT"),
                change(Rule.FORCE_MAJEURE_PAYS_ALL, "forceMajeureSpared: true", "forceMajeureSpared: false"),
                change(Rule.SELLER_KEEPS_ON_DEFAULT, "whole: true", "whole: false"),
                change(Rule.ARTICLE_REPLACED, "article: L441-10", "article: L441-6"),
                change(
                        Rule.ARTICLE_BESIDE_THE_POINT,
                        "code: Code de commerce, article: L441-10, subject: LATE_PAYMENT",
                        "code: Code du travail, article: L6353-6, subject: WITHDRAWAL"),
                change(Rule.BODY_RENAMED, "body: France Travail", "body: Pôle emploi"),
                change(
                        Rule.COURT_FOR_CONSUMERS,
                        "[PROFESSIONAL, PUBLIC_BUYER, CONSUMER]",
                        "[PROFESSIONAL, CONSUMER]",
                        "    PUBLIC_BUYER: { rate: ecb+8-public }\n",
                        "",
                        "mandatoryRulesSpared: true",
                        "mandatoryRulesSpared: false"),
                change(
                        Rule.COURT_FOR_PUBLIC_BUYERS,
                        "[PROFESSIONAL, PUBLIC_BUYER, CONSUMER]",
                        "[PROFESSIONAL, PUBLIC_BUYER]",
                        "    CONSUMER: { rate: legal, afterNoticeDays: 8 }\n",
                        "",
                        "mandatoryRulesSpared: true",
                        "mandatoryRulesSpared: false"),
                change(Rule.MEDIATOR_MISSING, "    - { says: MEDIATOR, at: art. 6, words: the mediator }\n", ""),
                change(Rule.LIABILITY_LIMITED, "consumersSpared: true", "consumersSpared: false"),
                change(Rule.UNILATERAL_CHANGE, "newOrdersOnly: true", "newOrdersOnly: false"),
                change(Rule.INDEXED_ON_PRICES, "says: VAT_NUMBER", "says: INDEXED_ON_PRICES"),
                change(Rule.RETENTION_SHORTER_THAN_LAW, "years: 10", "years: 3"));
    }

    private static Arguments change(Rule expected, String... beforeAndAfter) {
        return Arguments.of(expected, Arrays.asList(beforeAndAfter));
    }
}
