package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.filing.YearOfFiles.Ended;
import io.echeance.app.person.OpenBusiness.Matter;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.Fact;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of a year that is closed")
class ClosedYearTest {

    private final ClosedYear closed = new ClosedYear(2026);

    @Test
    @DisplayName("the books stay for ten years from its end")
    void theBooksStayTenYears() {
        assertThat(ClosedYear.keptUntil(2026)).isEqualTo(LocalDate.of(2036, 12, 31));
    }

    @Test
    @DisplayName("the keys of an order go when it has ended, and its youngest fact is of that year")
    void keysGoWithTheOrder() {
        tell("A-1", "2025-11-03", "old");
        tell("A-1", "2026-02-03", "young");

        assertThat(closed.keys()).containsExactly("old", "young");
    }

    @Test
    @DisplayName("no key goes of an order of which something was said in a later year")
    void nothingGoesOfWhatGoesOn() {
        tell("A-1", "2026-02-03", "before");
        tell("A-1", "2027-01-01", "after");
        tell("B-1", "2026-12-31", "other");

        assertThat(closed.keys()).containsExactly("other");
    }

    @Test
    @DisplayName("a word that came later, about a day of that year, is of the year in which it came")
    void aLateWordIsOfTheYearInWhichItCame() {
        tell("A-1", "2026-02-03", "old");
        tell("A-1", "2026-02-04", LocalDate.of(2027, 1, 5), "late");

        assertThat(closed.keys()).isEmpty();
    }

    @Test
    @DisplayName("no key goes of an order that is open, and its seller's files stay")
    void nothingGoesOfWhatIsOpen() {
        tell("B-1", "2026-01-12", "open");
        closed.hear(PersonFileTest.statement(PersonFileTest.position("PAUL", "12.00")));

        assertThat(closed.keys()).isEmpty();
        assertThat(closed.open()).containsEntry("B-1", new OpenBusiness("B-1", Matter.UNPAID, Money.of("12.00")));
        assertThat(closed.sellersAtWork()).containsExactly("alegria");

        closed.hear(PersonFileTest.statement(PersonFileTest.position("PAUL", "0.00")));
        assertThat(closed.keys()).containsExactly("open");
        assertThat(closed.open()).isEmpty();
        assertThat(closed.sellersAtWork()).isEmpty();
    }

    @Test
    @DisplayName("a certificate says in either language what goes, what stays and why, and when it is proved")
    void certificate() {
        tell("A-1", "2026-02-03", "key");
        closed.hear(PersonFileTest.statement(PersonFileTest.position("PAUL", "12.00")));
        tell("B-1", "2026-01-12", "open");

        assertThat(certificate(1, true, Language.FR))
                .startsWith(
                        "Fin de conservation de l’année 2026 et des précédentes : preuve en attente (PENDING)",
                        "établi le 2 janvier 2037 à 10:00:00 (heure de Paris), par dpo ; C. com., art. L123-22")
                .contains(
                        "  documents : 1 fichier supprimé",
                        "  documents : de ce que « --dry-run » y a laissé, 2 fichiers supprimés")
                .contains("  documents/hexagone/2025/notes.docx : ne porte aucun de nos noms, quelqu’un l’a déposé là")
                .contains("  B-1 : 12,00\u00a0€ restent impayés ; ses textes et les fichiers de son vendeur restent,"
                        + " ceux des banques aussi")
                .anyMatch(line -> line.endsWith("sur des commandes terminées : 1, dont 1 encore dans person-keys"));
        assertThat(certificate(0, true, Language.FR).getFirst()).endsWith(": prouvée (ENDED)");
        assertThat(certificate(0, true, Language.EN))
                .startsWith("End of 2026 and of the years before it: ENDED")
                .contains("  B-1: €12.00 are unpaid; its words and its seller's files stay, and those of banks");
        assertThat(certificate(1, false, Language.FR))
                .contains("Ce qui serait supprimé", "  documents : 1 fichier serait supprimé")
                .noneMatch(line -> line.startsWith("Pas encore prouvé"));
        assertThat(certificate(1, true, Language.EN)).hasSameSizeAs(certificate(1, true, Language.FR));
    }

    private List<String> certificate(int lying, boolean execute, Language language) {
        return new YearCertificate(
                        closed,
                        lying,
                        "person-keys",
                        Map.of(
                                Path.of("documents"),
                                new Ended(1, 2, List.of(Path.of("documents/hexagone/2025/notes.docx")))),
                        execute,
                        language)
                .lines(Instant.parse("2037-01-02T09:00:00Z"), "dpo");
    }

    private void tell(String order, String on, String key) {
        tell(order, on, LocalDate.parse(on), key);
    }

    private void tell(String order, String on, LocalDate knownOn, String key) {
        Fact fact =
                new ContactNoted(order + on, order, LocalDate.parse(on), null, Channel.PHONE, "she was ill", "alice");
        Bytes some = Bytes.wrap(new byte[] {1});
        closed.hear(new LoggedFact(
                new Origin("collection-actions", 0, 7, 0, null, some, key), new Received(fact), knownOn));
    }
}
