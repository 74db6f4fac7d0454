package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.SectionKind;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.Output;
import io.echeance.core.terms.Terms;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two orders of ACME: a reminder of one beside the notice of the other, and 200.00 too much on a third. */
@DisplayName("What a payer is sent on one day")
class DispatchTest {

    private static final String THREE_ORDERS = """
        title: Orders at different steps, and money that nothing uses
        until: 2026-03-31

        2026-01-05 A-1 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION a 1000.00, service 2026-01-12 2026-01-13
        2026-01-19 A-2 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION b 500.00, service 2026-02-10 2026-02-11
        2026-01-05 A-3 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION c 100.00, service 2026-01-12 2026-01-13
        2026-01-20 A-3 payment received, paymentId P3, payerId ACME, amount 320.00, method TRANSFER
        """;

    private final Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
    private final List<Output> said = play(THREE_ORDERS);

    @Test
    @DisplayName(
            "is one file: the letter that all share, then each notice on a page of its own, in the payer's language")
    void isOneFile() {
        Mailing mailing = mailing(SectionKind.FORMAL_NOTICE);

        String french = Paper.seen(dispatch(mailing, "fr").pdf());
        String english = Paper.seen(dispatch(mailing, "en").pdf());

        assertThat(french)
                .contains("A-3 : 200,00 €")
                .contains("Code civil, article")
                .contains("ne sont déduites de rien");
        assertThat(english).contains("€200.00").contains("set off");
        assertThat(mailing.setOffs())
                .singleElement()
                .satisfies(alert -> assertThat(alert.orderId()).isEqualTo("A-1"));
        look("mailing-fr.pdf", dispatch(mailing, "fr").pdf());
        look("mailing-en.pdf", dispatch(mailing, "en").pdf());
        look(
                "mailing-reminders-fr.pdf",
                dispatch(mailing(SectionKind.REMINDER), "fr").pdf());
    }

    @Test
    @DisplayName("leaves out what was settled before it left, and is nothing when nothing is left")
    void leavesOutWhatWasSettled() {
        Mailing mailing = mailing(SectionKind.FORMAL_NOTICE);

        assertThat(mailing.leaving(debt -> true)).contains(mailing);
        assertThat(mailing.leaving(debt -> !debt.toString().startsWith("A-1/")).stream()
                        .flatMap(left -> left.sections().stream()))
                .noneMatch(section -> section.orderId().equals("A-1"));
        assertThat(mailing.leaving(debt -> false).stream().flatMap(left -> left.sections().stream()))
                .noneMatch(section -> section.kind().asks());
    }

    private Mailing mailing(SectionKind tone) {
        return book.mailings().stream()
                .filter(one -> one.tone() == tone)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Dispatch dispatch(Mailing mailing, String language) {
        List<Invoice> invoices = PlayedInvoices.of(book);
        Invoice first = invoices.getFirst();
        Map<String, Terms> terms =
                TermPacks.bundled().all().stream().collect(Collectors.toMap(Terms::id, Function.identity()));
        return new Dispatch(
                mailing,
                said.stream()
                        .filter(LetterStep.class::isInstance)
                        .map(LetterStep.class::cast)
                        .toList(),
                invoices,
                terms,
                first.issuer(),
                speaking(first.buyer(), language));
    }

    private static Party speaking(Party party, String language) {
        return Changed.with(party, "language", language);
    }

    private List<Output> play(String scenario) {
        try {
            return ScenarioJson.parse(scenario).simulation().play(book);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
    }

    /** For whoever wants to look at it. */
    private static void look(String name, byte[] pdf) {
        try {
            Files.write(Path.of("target", name), pdf);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
