package io.echeance.document;

import io.echeance.app.demo.Sample;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Completion;
import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Numbered;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.scenario.WorkedScenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The invoices of a play, numbered in the order in which they are drawn, between parties of {@link SampleParties}. */
public final class PlayedInvoices {

    private PlayedInvoices() {}

    /** Those of the whole demo, played once. */
    public static List<Invoice> ofTheDemo() {
        return Played.DEMO;
    }

    /** The demo from its first day to its last. */
    static Simulation demo() {
        Sample sample = Sample.bundled();
        List<Arrival> arrivals = new ArrayList<>();
        for (LocalDate day = sample.firstDay(); !day.isAfter(Sample.END); day = day.plusDays(1)) {
            for (Fact fact : sample.receivedOn(day)) {
                arrivals.add(new Arrival.Received(day, fact));
            }
        }
        return new Simulation(arrivals, Sample.END);
    }

    /** Those of all scenarios, each with a series of its own, played once. */
    public static List<Invoice> ofTheScenarios() {
        return Played.SCENARIOS;
    }

    private static final class Played {
        private static final List<Invoice> DEMO = List.copyOf(of(demo()));
        private static final List<Invoice> SCENARIOS = WorkedScenario.all().stream()
                .flatMap(worked -> of(worked.scenario().simulation()).stream())
                .toList();
    }

    public static List<Invoice> of(Simulation simulation) {
        Book book = new Book(new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled()));
        simulation.play(book);
        return of(book);
    }

    /** Those of a book that was played. */
    public static List<Invoice> of(Book book) {
        Map<String, Integer> series = new HashMap<>();
        Map<DocumentId, Numbered> numbers = new HashMap<>();
        List<Invoice> invoices = new ArrayList<>();
        for (Draft draft : book.drafts()) {
            Document document = draft.document();
            String name = document.seller() + "/" + document.on().getYear();
            String number = "%s-%d-%06d"
                    .formatted(document.seller(), document.on().getYear(), series.merge(name, 1, Integer::sum));
            numbers.put(document.id(), new Numbered(number, document.on()));
            invoices.add(Completion.of(
                    draft,
                    number,
                    name,
                    SampleParties.seller(document.seller()),
                    SampleParties.of(document.payer(), draft.payerKind()),
                    draft.isForFunder() ? SampleParties.seller(draft.customer()) : null,
                    numbers::get));
        }
        return invoices;
    }
}
