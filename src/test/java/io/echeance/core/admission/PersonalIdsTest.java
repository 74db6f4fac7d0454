package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.MailingChannel;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Rejection.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An id that says who somebody is")
class PersonalIdsTest {

    private static final LocalDate ON = LocalDate.of(2026, 3, 2);

    private static DunningHeld held(String order, String payer) {
        return new DunningHeld("f", order, ON, "h", payer, HoldReason.GRACE, null, null);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "eva.martin@example.com   | NO_EMAIL",
                "eva+paris@mail.example.fr| NO_EMAIL",
                "ÉVA@école.fr             | NO_EMAIL",
                "shop/eva@example.com/17  | NO_EMAIL",
                "order <eva@example.com>  | NO_EMAIL",
                "eva@example.com.         | NO_EMAIL",
                "eva%40example.com        | NO_EMAIL",
                "eva%2540example%2Ecom    | NO_EMAIL",
                "eva＠example．com         | NO_EMAIL",
                "e\u200bva@exam\u00adple.com | NO_EMAIL",
                "'\"eva martin\"@example.com' | NO_EMAIL",
                "mail=eva@example.com&n=1 | NO_EMAIL",
                "eva!x@example.com        | NO_EMAIL",
                "eva@home                 | NO_EMAIL",
                "order/eva.martin@home/7  | NO_EMAIL",
                "mailto:eva@[127.0.0.1]   | NO_EMAIL",
                "eva@[IPv6:2001:db8::1]   | NO_EMAIL",
                "eva=40example.com        | NO_EMAIL",
                "eva&#64;example.com      | NO_EMAIL",
                "eva&amp;#x40;example&period;com | NO_EMAIL",
                "eva&commat;example.com   | NO_EMAIL",
                "eva\\u0040example.com    | NO_EMAIL",
                "eva\\x40example.com      | NO_EMAIL",
                "eva(at)example[dot]com   | NO_EMAIL",
                "eva[at]example.com       | NO_EMAIL",
                "eva{at}example.com       | NO_EMAIL",
                "eva﹫example.com          | NO_EMAIL",
                "eva\u00adat              | ALLOWED",
                "T-12@shop                | ALLOWED",
                "T-12@[2026]              | ALLOWED",
                "n=40                     | ALLOWED",
                "Formation (AT) 2026.10   | ALLOWED",
                "shop@2                   | ALLOWED",
                "Eva Martin               | NO_NAME",
                "MARTIN Eva-Maria         | NO_NAME",
                "Martin, Eva              | NO_NAME",
                "T-12@2026-01             | ALLOWED",
                "7@shop                   | ALLOWED",
                "technolowgic@2024-12-02  | ALLOWED",
                "2026/01@1.2              | ALLOWED",
                "BOCAGE                   | ALLOWED",
                "ACME 2                   | ALLOWED",
                "C-17 Paris               | ALLOWED",
                "@home.fr                 | ALLOWED"
            })
    @DisplayName("is known by its form, and what only has an at sign or a blank is not")
    void isKnown(String id, PersonalIds refusing) {
        for (PersonalIds ids : PersonalIds.values()) {
            boolean refused = refusing != PersonalIds.ALLOWED && ids.compareTo(refusing) >= 0;
            assertThat(ids.wrong("payerId", id) != null).as(ids.word()).isEqualTo(refused);
        }
    }

    @Test
    @DisplayName("is refused in the field where it stands, and not quoted")
    void isRefused() {
        Refusal order = PersonalIds.NO_EMAIL.refusal(held("eva@example.com", "EVA"));
        assertThat(order).isNotNull();
        assertThat(order.reason()).isEqualTo(Reason.PERSONAL_ID);
        assertThat(order.sentence())
                .startsWith("orderId looks like an e-mail address")
                .contains("ids.personal")
                .doesNotContain("eva@");
        assertThat(PersonalIds.NO_EMAIL.refusal(held("T-1", "eva@example.com"))).isNotNull();
        assertThat(PersonalIds.ALLOWED.refusal(held("eva@example.com", "eva@example.com")))
                .isNull();
    }

    @Test
    @DisplayName("is asked for its words of a payer alone: an order may bear a title")
    void ordersBearTitles() {
        assertThat(PersonalIds.NO_NAME.refusal(held("Kafka à Orléans", "EVA"))).isNull();
        assertThat(PersonalIds.NO_NAME.refusal(held("T-1", "Eva Martin"))).isNotNull();
    }

    @Test
    @DisplayName("is none of a customer about whom people decide")
    void customers() {
        CreditLimitSet limit = new CreditLimitSet("f", "s", "eva@example.com", ON, null, null, "x", "ann");
        assertThat(CustomerAdmission.refusal(limit, PersonalIds.NO_EMAIL, Set.of("s"), Set.of("s")))
                .isNotNull()
                .extracting(Refusal::reason)
                .isEqualTo(Reason.PERSONAL_ID);
        assertThat(CustomerAdmission.refusal(limit, PersonalIds.ALLOWED, Set.of("s"), Set.of("s")))
                .isNull();
    }

    @Test
    @DisplayName("stands in nothing that is kept of a customer: no ground of a decision, no mailing, no address")
    void whatIsKeptOfCustomers() {
        List<CustomerFact> facts = List.of(
                decided("T-1/EVA/INVOICE/1#1"),
                decided("T-1/eva@example.com/INVOICE/1#1"),
                failed("s/EVA/2026-03-01", "d1e5f0c0ffeed1e5f0c0ffee"),
                failed("s/eva@example.com/2026-03-01", "d1e5f0c0ffeed1e5f0c0ffee"),
                failed("s/EVA/2026-03-01", "eva@example.com"),
                failed("s/EVA/2026-03-01", "Eva Martin"));

        assertThat(facts.stream()
                        .map(fact -> CustomerAdmission.refusal(fact, PersonalIds.NO_EMAIL, Set.of("s"), Set.of()))
                        .map(refusal ->
                                refusal == null ? "taken" : refusal.reason().name()))
                .containsExactly("taken", "PERSONAL_ID", "taken", "PERSONAL_ID", "MALFORMED", "MALFORMED");
    }

    private static StandingDecided decided(String ground) {
        return new StandingDecided(
                "f",
                "s",
                "EVA",
                ON,
                StandingKind.BLOCK_PROPOSED,
                DecisionOutcome.REFUSED,
                "paid",
                "ann",
                null,
                List.of(ground),
                null,
                null);
    }

    private static MailingFailed failed(String mailing, String address) {
        return new MailingFailed("f", "s", "EVA", ON, mailing, MailingChannel.EMAIL, address, "550", "mailings");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    @DisplayName("is looked for in as long a text as there may be, and found behind it")
    void longTexts(String before) {
        assertThat(PersonalIds.NO_NAME.wrong("what", before)).isNull();
        assertThat(PersonalIds.NO_NAME.wrong("what", before + " eva@example.com"))
                .isNotNull();
    }

    static List<String> longTexts() {
        int most = 60_000;
        return List.of(
                "a".repeat(most) + "!@7",
                "a@".repeat(most / 2),
                "\"a\"".repeat(most / 3) + "!@7",
                "a@" + "b.".repeat(most / 2) + "1",
                "%25".repeat(most / 3) + "@7",
                "&amp;".repeat(most / 5) + "@7",
                "a b ".repeat(most / 4) + "@7");
    }
}
