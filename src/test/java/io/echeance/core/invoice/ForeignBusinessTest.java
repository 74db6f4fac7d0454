package io.echeance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.PayerKind;
import io.echeance.document.Changed;
import io.echeance.document.SampleParties;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a person is asked before VAT is charged. */
class ForeignBusinessTest {

    @ParameterizedTest(name = "a {1} under {0}, VAT number {2}, address in {3}: {4}")
    @CsvSource({
        "technolowgic,    PROFESSIONAL, DE811907980,   DE, VAT number DE",
        "technolowgic,    PROFESSIONAL, ' DE811907980', FR, VAT number DE",
        "technolowgic,    PUBLIC_BUYER, BE0202239951,  BE, VAT number BE",
        "technolowgic,    PROFESSIONAL, XI123456789,   GB, VAT number XI",
        "technolowgic,    PROFESSIONAL, ,              CH, address in CH",
        "technolowgic,    PROFESSIONAL, FR44732829320, BE, ",
        "technolowgic,    PROFESSIONAL, FR44732829320, FR, ",
        "technolowgic,    PROFESSIONAL, ,              FR, ",
        "technolowgic,    PROFESSIONAL, ,              RE, ",
        "technolowgic,    PROFESSIONAL, ,              MC, ",
        "alegria-online,  CONSUMER,     ,              DE, ",
        "hexagone-initial, CONSUMER,    DE811907980,   DE, "
    })
    void isAskedAbout(String terms, PayerKind kind, @Nullable String vatId, String country, @Nullable String shownBy) {
        Party party = Changed.with(Changed.with(SampleParties.of("X", kind), "vatId", vatId), "country", country);
        ForeignBusiness foreign = ForeignBusiness.of(invoice(terms, kind), party);

        assertThat(foreign == null ? null : foreign.shownBy()).isEqualTo(shownBy);
    }

    private static Draft invoice(String terms, PayerKind kind) {
        LocalDate on = LocalDate.of(2026, 2, 2);
        Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        Parsed order = FactJson.parse("""
            {"type": "OrderPlaced", "on": "%s", "orderId": "O", "termsId": "%s",
             "customer": {"id": "X", "quality": "%s"},
             "lines": [{"kind": "TUITION", "description": "a", "net": "500.00"}],
             "service": {"start": "2026-01-20", "end": "2026-01-30"}}\
            """.formatted(on, terms, kind), "f");
        book.take(((Parsed.Received) order).fact(), on);
        book.close(on);
        return book.drafts().getFirst();
    }
}
