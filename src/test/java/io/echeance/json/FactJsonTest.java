package io.echeance.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.terms.Quality;
import io.echeance.json.FactJson.Parsed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts told as JSON. */
class FactJsonTest {

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-12", "orderId": "T-1", "termsId": "technolowgic",
         "customer": {"id": "ACME", "quality": "PROFESSIONAL"},
         "lines": [{"kind": "TUITION", "description": "tuition", "net": "2400.00"}],
         "service": {"start": "2026-02-02", "end": "2026-02-04"}}\
        """;

    private static final String PAYMENT = """
        {"type": "PaymentReceived", "on": "2026-02-12", "orderId": "T-14", "factId": "bank-77",
         "paymentId": "P1", "knownOn": "2026-02-17", "payerId": "ACME", "amount": "1200.00",
         "method": "TRANSFER", "reference": "T-14"}\
        """;

    private static final String DELIVERED = """
        {"type": "ServiceDelivered", "on": "2026-02-12", "orderId": "T-14", "share": "0.5"}\
        """;

    private static Fact received(String json) {
        assertThat(FactJson.parse(json, "f1")).isInstanceOf(Parsed.Received.class);
        return ((Parsed.Received) FactJson.parse(json, "f1")).fact();
    }

    private static Parsed.Malformed malformed(String json) {
        assertThat(FactJson.parse(json, "f1")).isInstanceOf(Parsed.Malformed.class);
        return (Parsed.Malformed) FactJson.parse(json, "f1");
    }

    @Test
    void anOrderIsReadWithItsDefaults() {
        assertThat(received(ORDER))
                .isEqualTo(new OrderPlaced(
                        "f1",
                        "T-1",
                        LocalDate.of(2026, 1, 12),
                        "technolowgic",
                        new Customer("ACME", Quality.PROFESSIONAL),
                        List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("2400.00"))),
                        new Service(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 4), List.of()),
                        null,
                        null,
                        List.of(),
                        false));
    }

    @Test
    void aFactKeepsItsOwnId() {
        assertThat(received(PAYMENT).factId()).isEqualTo("bank-77");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"service\":|\"depositt\": \"9.00\", |depositt: there is no such field in OrderPlaced, the nearest is"
                        + " deposit",
                "\"net\":|\"tva\": \"REDUCED\", |lines[0].tva: there is no such field in OrderLine, the nearest is vat",
                "\"start\":|\"Ends\": \"2026-03-01\", |service.Ends: there is no such field in Service, the nearest is"
                        + " end",
                "\"quality\":|\"name\": null, |customer.name: there is no such field in Customer, the nearest is id",
            })
    void aFieldThatNoFactHasIsNotPassedOver(String before, String unknown, String sentence) {
        Parsed.Malformed refused = malformed(ORDER.replace(before, unknown + before));

        assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_FIELD);
        assertThat(refused.sentence()).isEqualTo(sentence);
    }

    @Test
    void whenAFactReachesUsIsNoFieldOfIts() {
        assertThat(received(PAYMENT)).isEqualTo(received(PAYMENT.replace("\"knownOn\": \"2026-02-17\", ", "")));
    }

    @Test
    void aShareIsTheSameHoweverItIsWritten() {
        assertThat(received(DELIVERED))
                .isEqualTo(received(DELIVERED.replace("\"0.5\"", "0.5")))
                .isEqualTo(received(DELIVERED.replace("0.5", "0.500")))
                .isEqualTo(new ServiceDelivered("f1", "T-14", LocalDate.of(2026, 2, 12), new BigDecimal("0.500000")));
        assertThat(received(DELIVERED.replace("\"0.5\"", "1"))).isEqualTo(received(DELIVERED.replace("0.5", "1.0")));
        assertThat(malformed(DELIVERED.replace("\"0.5\"", "1e999999999")).sentence())
                .isEqualTo("share: 1E+999999999 is not a number with at most six decimals");
        assertThat(malformed(DELIVERED.replace("0.5", "0.1234567")).sentence())
                .isEqualTo("share: \"0.1234567\" is not a number with at most six decimals");
        assertThat(malformed(DELIVERED.replace("\"0.5\"", "true")).sentence()).isEqualTo("share: true is not a number");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"1200.00\"       | \"1200.001\"    | amount: \"1200.001\" is not an amount with at most two decimals",
                "\"1200.00\"       | 1200.00         | amount: 1200.00 is not an amount in quotes",
                "\"1200.00\"       | 1200            | amount: 1200 is not an amount in quotes",
                "\"1200.00\"       | \"1e3\"         | amount: \"1e3\" is not an amount",
                "\"1200.00\"       | \"1 200,00\"    | amount: \"1 200,00\" is not an amount",
                "\"1200.00\"       | \"\"            | amount: \"\" is not an amount",
                "\"1200.00\"       | \"999999999999999999.00\" | amount: \"999999999999999999.00\" is too large",
                "\"1200.00\"       | null            | amount is missing",
                "\"1200.00\"       | [\"1200.00\"]   | amount: [\"1200.00\"] is not an amount in quotes",
                "\"TRANSFER\"      | \"BARTER\"      | method: \"BARTER\" is not one of [TRANSFER, CARD",
                "\"TRANSFER\"      | \"transfer\"    | method: \"transfer\" is not one of",
                "\"TRANSFER\"      | 0               | method: 0 is not one of",
                "\"2026-02-12\"    | \"2026-02-30\"  | on: \"2026-02-30\" is not a day of the calendar",
                "\"2026-02-12\"    | \"12/02/2026\"  | on: \"12/02/2026\" is not a date such as 2026-01-31",
                "\"2026-02-12\"    | 20260212        | on: 20260212 is not a text",
                "\"2026-02-12\"    | null            | on is missing",
                "\"ACME\"          | 7               | payerId: 7 is not a text",
                "PaymentReceived   | PaymentRecieved | type: \"PaymentRecieved\" is not known, the nearest is"
                        + " PaymentReceived",
                "PaymentReceived   | DocumentNumbered| type: \"DocumentNumbered\" is not known",
                "\"type\"          | \"kind\"        | type is missing",
            })
    void aFieldThatCannotBeReadIsNamed(String was, String is, String sentence) {
        Parsed.Malformed malformed = malformed(PAYMENT.replace(was, is));

        assertThat(malformed.sentence()).startsWith(sentence);
        assertThat(malformed.orderId()).isEqualTo("T-14");
        assertThat(malformed.factId()).isEqualTo("bank-77");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"2400.00\"              | \"2400.005\"  | lines[0].net: \"2400.005\" is not an amount",
                "\"TUITION\"              | \"LUNCH\"     | lines[0].kind: \"LUNCH\" is not one of",
                "\"quality\": \"PROFESSIONAL\" | \"quality\": null | customer.quality is missing",
                "\"end\": \"2026-02-04\"  | \"ends\": 1   | service.end is missing",
                "{\"start\"               | [], \"x\": {\"start\" | service is not a JSON object",
                "[{\"kind\"               | 7, \"x\": [{\"kind\" | lines is not a JSON array",
            })
    void aFieldWithinAnotherIsNamedByItsPath(String was, String is, String sentence) {
        assertThat(malformed(ORDER.replace(was, is)).sentence()).startsWith(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"instalments\": \"3\"|plan.instalments: \"3\" is not a whole number",
                "\"instalments\": 3.5|plan.instalments: 3.5 is not a whole number",
                "\"instalments\": 4000000000|plan.instalments: 4000000000 is not a whole number",
                "\"instal\": 3|plan.instalments is missing; plan.instal: there is no such field in Plan, the nearest"
                        + " is instalments",
            })
    void aCountIsAWholeNumber(String field, String sentence) {
        String plan = ", \"plan\": {" + field + ", \"firstDue\": \"2026-03-01\"}, \"service\"";

        assertThat(malformed(ORDER.replace(", \"service\"", plan).replace(",\n \"service\"", plan))
                        .sentence())
                .isEqualTo(sentence);
    }

    @Test
    void aTruthIsTrueOrFalse() {
        String yes = ORDER.replace("{\"type\"", "{\"beginBeforeWithdrawalEnds\": true, \"type\"");

        assertThat(((OrderPlaced) received(yes)).beginBeforeWithdrawalEnds()).isTrue();
        assertThat(malformed(yes.replace("true", "\"yes\"")).sentence())
                .isEqualTo("beginBeforeWithdrawalEnds: \"yes\" is neither true nor false");
    }

    @Test
    void whatIsNoJsonIsMalformedToo() {
        assertThat(malformed("{\"type\": ").sentence()).startsWith("it is not JSON (line 1)");
        assertThat(malformed("[]").sentence()).isEqualTo("it is not a JSON object");
        assertThat(malformed(PAYMENT + "x").sentence()).startsWith("it is not JSON");
        assertThat(malformed("{\"on\": \"2026-01-01\", \"on\": \"2026-01-02\"}").sentence())
                .startsWith("it is not JSON");
        assertThat(malformed("").sentence()).isEqualTo("it is not a JSON object");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"type":                          | it ends before it is whole
        {"type": "Pay                     | it ends before it is whole
        {type: 1}                         | something stands there that does not belong there
        {"a": 01}                         | something stands there that does not belong there
        {"a": NaN}                        | something stands there that does not belong there
        {"a": 1}}                         | something stands there that does not belong there
        {"on": 1, "on": 2}                | the field on stands there twice
        """)
    void whatIsNoJsonIsSaidInOurWords(String text, String why) {
        assertThat(malformed(text).sentence()).isEqualTo("it is not JSON (line 1): " + why);
    }

    @Test
    void whatIsNestedTooDeepIsSaidInOurWords() {
        assertThat(malformed("[".repeat(2_000)).sentence())
                .endsWith(": it is nested too deep, or a text, a number or a name in it is too long");
        assertThat(malformed(PAYMENT.replaceFirst("\\{", "{\"parts\": [null], "))
                        .sentence())
                .doesNotContain("Exception", "java", "null: ");
    }

    @Test
    void aFactIdThatIsNoTextIsReplacedInTheComplaint() {
        Parsed.Malformed malformed = malformed(PAYMENT.replace("\"bank-77\"", "77"));

        assertThat(malformed.sentence()).isEqualTo("factId: 77 is not a text");
        assertThat(malformed.factId()).isEqualTo("f1");
    }

    @Test
    void aFactIsWrittenAsItIsRead() {
        ObjectNode written = FactJson.write(received(PAYMENT));

        assertThat(written).hasToString("""
            {"type":"PaymentReceived","factId":"bank-77","orderId":"T-14","on":"2026-02-12","paymentId":"P1",\
            "payerId":"ACME","amount":"1200.00","method":"TRANSFER","reference":"T-14"}\
            """);
    }
}
