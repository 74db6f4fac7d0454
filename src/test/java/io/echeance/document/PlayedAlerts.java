package io.echeance.document;

import io.echeance.core.book.Simulation;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.scenario.WorkedScenario;
import io.echeance.serde.record.AlertKind;
import java.util.List;
import java.util.stream.Stream;

/** The alerts of a play that letters are written for, each with what its letter is made of. */
public final class PlayedAlerts {

    private static final TermsCatalogue TERMS = ScenarioTerms.all().catalogue();

    private PlayedAlerts() {}

    /** An alert beside the invoices of its order's whole play. */
    public record Played(String name, LetterStep alert, List<Invoice> invoices, Terms terms) {

        public byte[] letter() {
            return Letter.of(alert, invoices, terms);
        }

        @Override
        public String toString() {
            return name + " " + alert.on() + " " + AlertKind.of(alert) + " " + alert.orderId() + " " + alert.step();
        }
    }

    /** Those of all scenarios. */
    public static List<Played> ofTheScenarios() {
        return WorkedScenario.all().stream()
                .flatMap(worked -> of(worked.name(), worked.scenario().simulation()))
                .toList();
    }

    /** Those of the whole demo. */
    public static List<Played> ofTheDemo() {
        return of("demo", PlayedInvoices.demo()).toList();
    }

    private static Stream<Played> of(String name, Simulation simulation) {
        List<Invoice> invoices = PlayedInvoices.of(simulation);
        return simulation.play(new Decider(TERMS, StatutoryRatesFile.bundled())).stream()
                .filter(LetterStep.class::isInstance)
                .map(LetterStep.class::cast)
                .map(alert -> new Played(name, alert, invoices, terms(alert, invoices)));
    }

    private static Terms terms(LetterStep alert, List<Invoice> invoices) {
        Invoice invoice = invoices.stream()
                .filter(one -> alert.receivables()
                        .getFirst()
                        .key()
                        .document()
                        .equals(one.document().id()))
                .findFirst()
                .orElseThrow();
        return TERMS.binding(invoice.document().terms(), invoice.document().on())
                .orElseThrow();
    }
}
