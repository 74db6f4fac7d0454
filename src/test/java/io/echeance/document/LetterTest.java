package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.LateTerms;
import io.echeance.document.PlayedAlerts.Played;
import io.echeance.house.Everything;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A letter")
class LetterTest {

    private static final List<Played> ALL = Stream.concat(
                    PlayedAlerts.ofTheScenarios().stream(), PlayedAlerts.ofTheDemo().stream())
            .toList();

    private static final Map<String, String> TEXTS = new HashMap<>();

    static List<Played> all() {
        return Everything.orOneOfEach(
                played -> {
                    Invoice invoice =
                            invoiceOf(played, played.alert().receivables().getFirst());
                    return List.of(
                            played.alert().getClass(),
                            played.alert().step(),
                            played.alert().receivables().size(),
                            invoice.issuer().id(),
                            invoice.buyerKind(),
                            invoice.buyer().language());
                },
                ALL);
    }

    static List<Played> notices() {
        return ALL.stream()
                .filter(played -> played.alert() instanceof FormalNoticeDue)
                .toList();
    }

    /** One of each seller, step and kind of debtor. */
    static List<Played> kinds() {
        Map<String, Played> kinds = new LinkedHashMap<>();
        for (Played played : ALL) {
            Invoice invoice = invoiceOf(played, played.alert().receivables().getFirst());
            kinds.putIfAbsent(
                    invoice.issuer().id() + invoice.buyerKind() + played.alert().step(), played);
        }
        return List.copyOf(kinds.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @DisplayName("names the parties, the order, each debt and how to pay it")
    void namesPartiesAndDebts(Played played) {
        String text = text(played);
        LetterStep alert = played.alert();
        Invoice first = invoiceOf(played, alert.receivables().getFirst());
        Language words = Language.of(first.buyer().language());
        List<String> said = new ArrayList<>(List.of(
                words.day(alert.on()),
                alert.orderId(),
                Objects.requireNonNull(first.issuer().iban()),
                Objects.requireNonNull(first.issuer().siren())));
        for (Party party : List.of(first.issuer(), first.buyer())) {
            said.add(party.name());
            said.addAll(party.address());
        }
        for (NamedDebt claim : alert.receivables()) {
            Invoice invoice = invoiceOf(played, claim);
            Due due = due(invoice, claim);
            said.addAll(List.of(
                    invoice.number(),
                    words.day(invoice.document().on()),
                    words.day(claim.dueOn()),
                    words.money(due.amount()),
                    words.money(due.amount().minus(claim.outstanding())),
                    words.money(claim.outstanding())));
        }

        assertThat(said).allSatisfy(one -> assertThat(text).contains(Paper.compact(one)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notices")
    @DisplayName("of formal notice says so twice, counts line by line and gives a last day")
    void aFormalNoticeIsComplete(Played played) {
        String text = text(played);
        FormalNoticeDue alert = (FormalNoticeDue) played.alert();
        Language words = Language.of(
                invoiceOf(played, alert.receivables().getFirst()).buyer().language());
        Money principal = alert.principal();
        Money fees = alert.recoveryFee();
        Money interest = alert.interestToDate();
        long days = ChronoUnit.DAYS.between(alert.on(), alert.answerBy());

        assertThat(text)
                .contains(Paper.compact(words.in("Objet : Mise en demeure", "Formal notice to pay (mise en demeure)")))
                .contains(Paper.compact(words.in("Nous vous mettons en demeure", "We give you formal notice")))
                .contains("1344")
                .contains(Paper.compact(words.money(principal)))
                .contains(Paper.compact(words.money(interest)))
                .contains(Paper.compact(words.money(principal.plus(fees).plus(interest))))
                .contains(Paper.compact(days + words.in(" jours, soit", " days, that")))
                .contains(Paper.compact(words.day(alert.answerBy())))
                .contains(Paper.compact(words.in("recommandée avec avis de réception n°", "registered letter")))
                .contains(alert.noticeId());
        for (Segment segment : alert.segments()) {
            assertThat(text)
                    .contains(Paper.compact(words.money(segment.base())))
                    .contains(Paper.compact(words.percent(segment.rate())))
                    .contains(Paper.compact(words.money(segment.amount())));
        }
        assertThat(alert.basis()).allSatisfy(basis -> assertThat(text).contains(Paper.compact(basis)));
    }

    @Test
    @DisplayName("never asks a consumer or a funder for the recovery fee")
    void consumersNeverSeeTheFee() {
        List<Played> spared = ALL.stream()
                .filter(played -> switch (kind(played)) {
                    case CONSUMER, FUNDER -> true;
                    case PROFESSIONAL, PUBLIC_BUYER -> false;
                })
                .toList();

        assertThat(spared).hasSizeGreaterThan(40);
        assertThat(spared)
                .allSatisfy(played -> assertThat(text(played))
                        .doesNotContain("ndemnité")
                        .doesNotContain("ompensation")
                        .doesNotContainPattern("(?<![0-9])40,00"));
    }

    @Test
    @DisplayName("asks a professional for each fee that is unpaid")
    void professionalsSeeTheFee() {
        List<Played> asked =
                notices().stream().filter(played -> fees(played).isPositive()).toList();

        assertThat(asked).hasSizeGreaterThan(3);
        assertThat(asked)
                .allSatisfy(played -> assertThat(text(played))
                        .contains("Indemnitéderecouvrement" + fees(played).cents() / 4000 + "×40,00€"));
    }

    private static Money fees(Played notice) {
        return ((FormalNoticeDue) notice.alert()).recoveryFee();
    }

    @Test
    @DisplayName("announces what the terms have, and nothing that they have not")
    void announcesWhatTheTermsHave() {
        assertThat(notices()).allSatisfy(played -> {
            String text = text(played);
            LateTerms late = played.terms().late();
            assertThat(text.contains("suspendu") || text.contains("suspended"))
                    .isEqualTo(late.accessSuspendedAfterDays() != null);
            assertThat(text.contains("diplôme") || text.contains("diploma")).isEqualTo(late.documentsWithheld());
            assertThat(text).containsAnyOf("recouvrementenjustice", "throughthecourts");
        });
        assertThat(notices()).anySatisfy(played -> assertThat(text(played)).contains("deviennentexigibles"));
        assertThat(notices())
                .filteredOn(played -> played.terms().late().acceleration() == null)
                .isNotEmpty()
                .allSatisfy(played -> assertThat(text(played)).doesNotContain("deviennentexigibles"));
    }

    @Test
    @DisplayName("gets firmer from step to step")
    void getsFirmer() {
        assertThat(first("d-7", PayerKind.PROFESSIONAL))
                .contains("Rappeld'échéance")
                .contains("Nousvousrappelons");
        assertThat(first("d+3", PayerKind.PROFESSIONAL))
                .contains("Sauferreurdenotrepart")
                .doesNotContain("Pénalités");
        assertThat(first("d+15", PayerKind.PROFESSIONAL))
                .contains("resteimpayée")
                .contains("Pénalitésderetard");
        assertThat(first("d+15", PayerKind.FUNDER)).contains("Sauferreurdenotrepart");
        assertThat(first("d+45", PayerKind.FUNDER)).contains("resteimpayée").doesNotContain("Pénalités");
    }

    @Test
    @DisplayName("about fees and interest alone thanks for what was paid, in either language, and threatens nothing")
    void ofFeesAndInterestAlone() {
        Played played = ALL.stream()
                .filter(one ->
                        one.name().startsWith("101-") && one.alert().step().equals("d+10"))
                .findFirst()
                .orElseThrow();
        Invoice fee = invoiceOf(played, played.alert().receivables().getFirst());
        Party english = Changed.with(fee.buyer(), "language", "en");

        assertThat(text(played))
                .contains("Fraisetintérêtsderetard")
                .contains("nousvousenremercions")
                .contains("54,78€")
                .doesNotContain("Pénalités");
        assertThat(Letter.html(played.alert(), played.invoices(), played.terms(), fee.issuer(), english))
                .contains("Late fees and interest", "What was late has reached us, thank you.", "54.78");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    @DisplayName("is PDF/A-3b, and the same byte for byte")
    void isPdfa(Played played) throws Exception {
        byte[] letter = played.letter();

        assertThat(PdfaCheck.breaches(letter)).isEmpty();
        assertThat(played.letter()).isEqualTo(letter);
    }

    @Test
    @DisplayName("does not leave when its sums do not add up, or an invoice is missing")
    void doesNotLeaveWrong() {
        Played notice = notices().getFirst();
        FormalNoticeDue alert = (FormalNoticeDue) notice.alert();
        FormalNoticeDue wrong = new FormalNoticeDue(
                alert.on(),
                alert.orderId(),
                alert.payer(),
                alert.step(),
                alert.receivables(),
                alert.noticeId(),
                alert.answerBy(),
                alert.principal().plus(Money.of("0.01")),
                alert.recoveryFee(),
                alert.interestToDate(),
                alert.segments(),
                alert.basis());

        assertThatThrownBy(() -> Letter.of(wrong, notice.invoices(), notice.terms()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up");
        assertThatThrownBy(() -> Letter.of(alert, List.of(), notice.terms()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is missing");
    }

    private static String first(String step, PayerKind kind) {
        return ALL.stream()
                .filter(played -> played.alert() instanceof ReminderDue)
                .filter(played -> step.equals(played.alert().step()) && kind(played) == kind)
                .findFirst()
                .map(LetterTest::text)
                .orElseThrow();
    }

    private static PayerKind kind(Played played) {
        return invoiceOf(played, played.alert().receivables().getFirst()).buyerKind();
    }

    private static Invoice invoiceOf(Played played, NamedDebt claim) {
        return played.invoices().stream()
                .filter(one -> claim.key().document().equals(one.document().id()))
                .findFirst()
                .orElseThrow();
    }

    private static Due due(Invoice invoice, NamedDebt claim) {
        return invoice.document().due().get(claim.key().n() - 1);
    }

    private static String text(Played played) {
        return TEXTS.computeIfAbsent(
                played.toString(), name -> Paper.of(played.letter()).text());
    }
}
