package io.echeance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.Clause;
import io.echeance.core.terms.EndingTerms;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermPacksTest {

    private static final TermPacks PACKS = TermPacks.bundled();

    @Test
    void five_packs_come_with_the_program() {
        assertThat(PACKS.all())
                .extracting(Terms::id)
                .containsExactly(
                        "alegria-online@2025-10-01",
                        "ecole-librairie@2025-12-19",
                        "hexagone-initial@2025-06-18",
                        "hexagone-international@2025-06-18",
                        "technolowgic@2024-12-02");
    }

    @Test
    void technolowgic_stipulates_a_rate_to_professionals_and_public_buyers_have_the_laws() {
        assertThat(pack("technolowgic").late().interest())
                .containsEntry(
                        Quality.PROFESSIONAL, new InterestTerms(new RateRule.Stipulated(Percent.of("10.75")), null))
                .containsEntry(
                        Quality.PUBLIC_BUYER, new InterestTerms(new RateRule.EcbPublicBuyer(Percent.of("8")), null))
                .doesNotContainKey(Quality.CONSUMER);
    }

    @Test
    void technolowgics_scale_has_five_bands_and_the_last_takes_the_rest() {
        assertThat(pack("technolowgic").ending().scale())
                .containsExactly(
                        new EndingTerms.Band(31, Percent.of("0")),
                        new EndingTerms.Band(20, Percent.of("30")),
                        new EndingTerms.Band(10, Percent.of("50")),
                        new EndingTerms.Band(7, Percent.of("75")),
                        new EndingTerms.Band(EndingTerms.Band.ANY_LATER, Percent.of("100")));
    }

    @Test
    void the_ecole_awaits_acceptance_when_a_funder_refuses_but_not_when_it_is_silent() {
        FundingTerms funding = Objects.requireNonNull(pack("ecole-librairie").funding());
        assertThat(funding.refusedOrCut().awaitAcceptanceDays()).isEqualTo(15);
        assertThat(funding.silent().awaitAcceptanceDays()).isNull();
        assertThat(funding.unpaidAfterDays()).isEqualTo(60);
    }

    @Test
    void hexagones_two_populations_differ_by_their_plan_alone() {
        Terms initial = pack("hexagone-initial");
        Terms international = pack("hexagone-international");
        assertThat(initial.payment().maxInstalments()).isEqualTo(10);
        assertThat(international.payment().maxInstalments()).isEqualTo(8);
        assertThat(international.late()).isEqualTo(initial.late());
        assertThat(international.ending()).isEqualTo(initial.ending());
        assertThat(initial.payment().lastInstalmentMonth()).isEqualTo(Month.JUNE);
        assertThat(initial.payment().dueOnLast()).isEqualTo(Month.SEPTEMBER);
        assertThat(initial.late().acceleration()).isEqualTo(new LateTerms.AccelerationClause(15, 2));
        assertThat(initial.late().interest().get(Quality.CONSUMER))
                .isEqualTo(new InterestTerms(new RateRule.Legal(1), 8));
    }

    @Test
    void alegria_refunds_a_withdrawal_in_14_days_and_its_guarantee_in_7() {
        assertThat(pack("alegria-online").ending().withdrawal()).isEqualTo(new EndingTerms.Window(14, 14));
        assertThat(pack("alegria-online").ending().moneyBack()).isEqualTo(new EndingTerms.Window(14, 7));
        assertThat(pack("alegria-online").payment().methods()).contains(PaymentTerms.Method.PAYPAL);
    }

    @Test
    void only_professionals_and_public_buyers_have_the_recovery_fee_in_their_ladder() {
        for (Terms terms : PACKS.all()) {
            assertThat(terms.late().ladder())
                    .filteredOn(step -> step.action() == LadderStep.Action.CHARGE_RECOVERY_FEE)
                    .allSatisfy(step -> assertThat(step.qualities()).doesNotContain(Quality.CONSUMER));
        }
        assertThat(pack("ecole-librairie").late().ladder().getFirst())
                .isEqualTo(new LadderStep(
                        LadderStep.Action.REMIND,
                        3,
                        Money.of("1.00"),
                        Set.of(Quality.PROFESSIONAL, Quality.PUBLIC_BUYER, Quality.CONSUMER)));
    }

    @Test
    void a_rule_knows_its_clause_and_falls_back_on_the_one_around_it() {
        assertThat(pack("technolowgic").clauseOf(TermsRule.RECOVERY_FEE_AMOUNT)).hasToString("art. 5.3");
        assertThat(pack("technolowgic").clauseOf(TermsRule.LADDER)).isEqualTo(Clause.Ours.PLAIN);
        assertThat(pack("technolowgic").clauseAt("no.such.rule")).isEmpty();
    }

    @Test
    void the_catalogue_binds_from_the_first_day_on() {
        TermsCatalogue catalogue = PACKS.catalogue();
        assertThat(catalogue.binding("technolowgic", LocalDate.of(2024, 12, 1))).isEmpty();
        assertThat(catalogue.binding("technolowgic", LocalDate.of(2024, 12, 2)))
                .map(Terms::id)
                .contains("technolowgic@2024-12-02");
    }

    @Test
    void the_rates_of_24_semesters_come_with_the_program() {
        var rates = StatutoryRatesFile.bundled();
        assertThat(rates.all()).hasSize(24);
        assertThat(List.copyOf(rates.all()).getLast().legalOther()).isEqualTo(Percent.of("2.75"));
    }

    private static Terms pack(String name) {
        return PACKS.find(name).orElseThrow();
    }
}
