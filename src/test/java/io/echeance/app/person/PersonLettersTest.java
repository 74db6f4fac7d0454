package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.mailing.Mailing.SectionKind;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.document.PlayedAlerts;
import io.echeance.document.PlayedAlerts.Played;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A customer and a funder of one order are written; the export has what was written to whom it is about. */
@DisplayName("The letters of an export")
class PersonLettersTest {

    private static final List<Played> ALL = PlayedAlerts.ofTheScenarios();

    private final Played own = ALL.stream()
            .filter(one ->
                    one.alert() instanceof ReminderDue && one.alert().payer().equals("ACME"))
            .findFirst()
            .orElseThrow();

    private final PersonLetters letters = new PersonLetters("ACME");

    private List<Invoice> invoices() {
        return own.invoices().stream()
                .filter(invoice -> invoice.buyer().id().equals("ACME"))
                .toList();
    }

    @Test
    @DisplayName("are those to the person, one page a step and one a day, and none to anybody else")
    void areThoseToThePerson() {
        LetterStep alert = own.alert();
        ALL.stream()
                .map(Played::alert)
                .filter(other -> !other.payer().equals("ACME"))
                .forEach(letters::hear);
        letters.hear(alert);
        letters.hear(own.terms());
        letters.hear(mailing("ACME"));
        letters.hear(mailing("ACME"));
        letters.hear(mailing("OTHER"));

        Map<String, Supplier<byte[]>> pages = letters.pages(invoices(), null);

        assertThat(pages)
                .containsOnlyKeys(
                        "letters/" + alert.on() + "-" + alert.orderId() + "-ACME-" + alert.step() + ".pdf",
                        "mailings/" + alert.on() + "-technolowgic.pdf");
        assertThat(pages.values())
                .allSatisfy(page -> assertThat(new String(page.get(), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF-"));
    }

    @Test
    @DisplayName("that cannot be made again say why")
    void sayWhyTheyCannotBeMade() {
        letters.hear(own.alert());

        assertThatThrownBy(() -> letters.pages(invoices(), null)
                        .values()
                        .iterator()
                        .next()
                        .get())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its terms are not there");
        assertThatThrownBy(() -> letters.pages(List.of(), null)
                        .values()
                        .iterator()
                        .next()
                        .get())
                .hasMessage("none of its invoices is there");
    }

    private Mailing mailing(String payer) {
        LetterStep alert = own.alert();
        MailingSection section = new MailingSection(
                alert.orderId(), SectionKind.REMINDER, alert.on(), alert.step(), null, null, alert.receivables());
        return Mailing.of("technolowgic", payer, alert.on(), List.of(section), List.of());
    }
}
