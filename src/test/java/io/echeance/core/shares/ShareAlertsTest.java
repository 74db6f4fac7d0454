package io.echeance.core.shares;

import static io.echeance.core.order.AnOrder.day;
import static io.echeance.core.order.AnOrder.granted;
import static io.echeance.core.order.AnOrder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.FundingAlert.AcceptanceMissing;
import io.echeance.core.order.FundingAlert.LateAgreement;
import io.echeance.core.order.FundingAlert.OverFunded;
import io.echeance.core.order.FundingAlert.ShareMoved;
import io.echeance.core.order.Issued;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.Output;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPCO is asked for 1500.00 of 2400.00; the service runs from 20 to 22 April. What is announced of its share. */
class ShareAlertsTest {

    @ParameterizedTest(name = "{0}: OPCO says {1} on {2}; on {3}: {4}, its share {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "technolowgic, -, -, 2026-01-15, '', 1500.00", // as the order says
                "technolowgic, 1500.00, 2026-02-01, 2026-02-01, '', 1500.00", // as it was asked
                "technolowgic, 1800.00, 2026-02-01, 2026-02-01, GRANTED, 1800.00",
                "technolowgic, 1000.00, 2026-02-01, 2026-02-01, CUT, 1000.00",
                "technolowgic, refused, 2026-02-01, 2026-02-01, REFUSED, 0.00",
                "technolowgic, 2500.00, 2026-02-01, 2026-02-01, 'GRANTED, over-funded', 2400.00", // more than the price
                "technolowgic, -, -, 2026-04-22, '', 1500.00", // it has until the end of the service
                "technolowgic, -, -, 2026-04-23, SILENT, 0.00",
                "technolowgic, 1500.00, 2026-04-23, 2026-04-23, 'SILENT, agreed too late', 0.00",
                "ecole-librairie, refused, 2026-02-01, 2026-02-16, REFUSED, 0.00", // fifteen days to accept
                "ecole-librairie, refused, 2026-04-19, 2026-05-05, 'REFUSED, acceptance of C missing', 0.00"
            })
    void isAnnouncedWhenItMoves(
            String terms, @Nullable String decision, @Nullable String on, String today, String expected, String share) {
        AnOrder order = order(terms);
        if (decision != null && on != null) {
            order.received(
                    decision.equals("refused")
                            ? refused("decided", "OPCO", on)
                            : granted("decided", "OPCO", on, decision));
        }

        ShareAlerts alerts = alerts(order.asOf(today), Issued.NOTHING);

        assertThat(text(alerts)).isEqualTo(expected);
        assertThat(alerts.netShares()).containsOnlyKeys("OPCO").containsEntry("OPCO", Money.of(share));
    }

    @Test
    void aDecisionThatCameTooLateIsAnnouncedOnce() {
        Situation situation = order("technolowgic")
                .received(granted("late", "OPCO", "2026-04-23", "1500.00"))
                .asOf("2026-04-24");

        assertThat(text(alerts(situation, Issued.NOTHING.withAnnounced("LATE_AGREEMENT/late"))))
                .isEqualTo("SILENT");
    }

    @Test
    void anotherFunderIsAskedForNoMoreThanThePriceLeaves() {
        Situation situation =
                order("technolowgic").fundedBy("REGION", "1500.00").asOf("2026-01-15");

        ShareAlerts alerts = alerts(situation, Issued.NOTHING);

        assertThat(text(alerts)).isEmpty();
        assertThat(alerts.netShares()).containsEntry("REGION", Money.of("900.00"));
    }

    @Test
    void nothingMoreIsAnnouncedOnceTheOrderHasEnded() {
        Situation situation = order("technolowgic")
                .received(refused("refused", "OPCO", "2026-02-02"))
                .received(new OrderCancelled(
                        "cancelled",
                        AnOrder.ID,
                        day("2026-02-01"),
                        ContractParty.CUSTOMER,
                        CancellationReason.CANCELLATION,
                        null))
                .asOf("2026-02-02");

        assertThat(text(alerts(situation, Issued.NOTHING))).isEmpty();
    }

    private static AnOrder order(String terms) {
        return AnOrder.of(terms, "2026-01-10")
                .of(LineKind.TUITION, "2400.00")
                .from("2026-04-20", "2026-04-22")
                .fundedBy("OPCO", "1500.00");
    }

    private static ShareAlerts alerts(Situation situation, Issued issued) {
        Invoicing invoicing = Invoicing.of(situation, Receipts.byPayer(situation), List.of(), false);
        return ShareAlerts.of(situation, invoicing.course(), invoicing.shares(), issued);
    }

    private static String text(ShareAlerts alerts) {
        return alerts.announced().outputs().stream().map(ShareAlertsTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Output output) {
        return switch (output) {
            case ShareMoved moved -> moved.movement().name();
            case LateAgreement late -> "agreed too late";
            case OverFunded much -> "over-funded";
            case AcceptanceMissing missing -> "acceptance of " + missing.payer() + " missing";
            default -> output.toString();
        };
    }
}
