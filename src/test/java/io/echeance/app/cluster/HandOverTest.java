package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.StatementImport.Outcome;
import io.echeance.app.cluster.StatementImport.Taken;
import io.echeance.bank.StatementFiles;
import io.echeance.bank.StatementFiles.Refused;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of files that are handed over together,")
class HandOverTest {

    private final TakenStatements taken = new TakenStatements();

    private HandOver handOver() {
        return handOver(taken, null);
    }

    private static HandOver handOver(TakenStatements taken, @Nullable MasterKey master) {
        return new HandOver(
                taken,
                Set.of(),
                new StatementBooks(List.of(), Set.of()),
                new PayerByName(),
                master,
                StatementImport.Recurring.REFUSE);
    }

    private static StatementFiles read(String... files) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (String file : files) {
            named.put("file" + (named.size() + 1), file.getBytes(StandardCharsets.UTF_8));
        }
        return StatementFiles.read(named);
    }

    /** One after the other in one file, from 1000.00 on; {@code opening day amount}. */
    private static String statements(String... statements) {
        StringBuilder text = new StringBuilder();
        for (String one : statements) {
            String[] parts = one.split(" ");
            text.append(WrittenBatch.statement(parts[0], parts[1], parts[2]));
        }
        return WrittenBatch.camt053(text.toString());
    }

    private static final String BATCH = WrittenBatch.notification("2027-01-06", "450.00", "100.00", "150.00", "200.00");

    private static final String BROKEN = BATCH.substring(0, BATCH.length() - 40);

    @Test
    @DisplayName("one that is refused hinders no other, in whichever order they come")
    void oneThatIsRefusedHindersNoOther() {
        String good = statements("1000.00 2027-01-06 450.00");
        for (List<String> order : List.of(List.of(good, "nothing of a bank"), List.of("nothing of a bank", good))) {
            HandOver handOver = handOver(new TakenStatements(), null);
            Outcome outcome = handOver.take(read(order.toArray(String[]::new)));

            assertThat(outcome.refused()).extracting(Refused::reason).containsExactly("UNKNOWN_FORMAT");
            assertThat(outcome.taken()).extracting(Taken::payments).containsExactly(1);
            assertThat(handOver.entries())
                    .extracting(entry -> entry.topic())
                    .containsExactly(Topic.PAYMENTS, Topic.BANK_STATEMENTS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camt.053.001.02.xml", "camt.053.001.08.xml", "cfonb120.txt"})
    @DisplayName("under a master key each payment has a mark of the account it came from, and no account is written")
    void anAccountGoesOnAsAMark(String sample) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/bank", sample));
        HandOver handOver = handOver(new TakenStatements(), MasterKey.random());
        assertThat(handOver.take(StatementFiles.read(Map.of(sample, file))).refused())
                .isEmpty();

        List<PaymentReceived> payments = payments(handOver);
        List<String> marks = payments.stream()
                .map(PaymentReceived::senderAccount)
                .filter(Objects::nonNull)
                .toList();
        assertThat(marks).hasSizeGreaterThan(1).allMatch(mark -> mark.startsWith("2606/"));
        assertThat(Set.copyOf(marks)).as("one account").hasSize(1);
        assertThat(handOver.entries().toString()).doesNotContain("FR1420041010050500013M02606", "00013M02606");

        HandOver without = handOver(new TakenStatements(), null);
        without.take(StatementFiles.read(Map.of(sample, file)));
        assertThat(payments(without))
                .isEqualTo(payments.stream()
                        .map(payment -> payment.fromAccount(null))
                        .toList());
    }

    private static List<PaymentReceived> payments(HandOver handOver) {
        return handOver.entries().stream()
                .map(entry -> entry.value())
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .toList();
    }

    @Test
    @DisplayName("one whose second statement is refused is not taken at all, and what comes behind it never knew of it")
    void oneIsTakenWholeOrNotAtAll() {
        handOver().take(read(statements("1000.00 2027-01-06 450.00")));

        HandOver handOver = handOver();
        Outcome outcome = handOver.take(read(
                statements("1450.00 2027-01-07 10.00", "7000.00 2027-01-06 -3.00")
                        .replace(".08", ".10"),
                statements("1450.00 2027-01-07 10.00")));

        assertThat(outcome.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo("file1");
            assertThat(refused.reason()).isEqualTo("CONTRADICTS_WHAT_WAS_TAKEN");
        });
        assertThat(outcome.taken()).singleElement().satisfies(one -> {
            assertThat(one.file()).isEqualTo("file2");
            assertThat(one.place()).isEqualTo(TakenStatements.Place.FOLLOWS);
            assertThat(one.payments()).isEqualTo(1);
        });
        assertThat(handOver.entries()).hasSize(2);
    }

    /** An account that is emptied; the next file tells the day so far once more, as files within a day do. */
    @Test
    @DisplayName("one that tells equal money in and out and in again, in a statement each, tells of other money")
    void oneThatTellsEqualMoneyTellsOfOtherMoney() {
        String in = "0.00 2027-01-06 600.00";
        String out = "600.00 2027-01-06 -600.00";
        List<Integer> payments = new ArrayList<>();
        for (String file : List.of(
                statements(in, out), statements(in, out, in), statements(in, out, in), statements(in, out, in, out))) {
            Outcome outcome = handOver().take(read(file));
            assertThat(outcome.refused()).isEmpty();
            payments.add(outcome.taken().stream().mapToInt(Taken::payments).sum());
        }

        assertThat(payments).containsExactly(1, 1, 0, 0);
    }

    @Test
    @DisplayName("details that nobody can tell whose they are refuse only themselves")
    void detailsThatAreNobodysRefuseOnlyThemselves() {
        handOver().take(read(statements("1000.00 2027-01-06 450.00", "1450.00 2027-01-06 450.00")));

        HandOver handOver = handOver();
        Outcome outcome = handOver.take(read(BATCH, statements("1900.00 2027-01-07 10.00")));

        assertThat(outcome.refused()).extracting(Refused::reason).containsExactly("DETAILS_COME_TOO_LATE");
        assertThat(outcome.taken()).extracting(Taken::payments).containsExactly(1);
        assertThat(handOver.entries()).extracting(Entry::value).noneMatch(PaymentDetailed.class::isInstance);
    }

    @Test
    @DisplayName("details that come after their batch are handed to the payment that it counts as, the same each time")
    void detailsThatComeLaterAreHandedToTheirPayment() {
        StatementFiles statement = read(statements("1000.00 2027-01-06 450.00"));
        handOver().take(statement);
        String payment =
                statement.found().getFirst().statement().entries().getFirst().id();

        Set<String> ids = new HashSet<>();
        for (StatementFiles again : List.of(read(BATCH), read(statements("1000.00 2027-01-06 450.00"), BATCH))) {
            HandOver handOver = handOver();
            Outcome outcome = handOver.take(again);

            assertThat(outcome.refused()).isEmpty();
            assertThat(outcome.details()).singleElement().asString().contains("3 payments of 450.00", payment);
            assertThat(handOver.entries())
                    .filteredOn(entry -> entry.topic() == Topic.PAYMENTS)
                    .singleElement()
                    .satisfies(entry -> {
                        PaymentDetailed detailed = (PaymentDetailed) entry.value();
                        assertThat(entry.key()).isEqualTo(payment);
                        ids.add(detailed.factId());
                        assertThat(detailed.notification()).isEqualTo("N 2027-01-06");
                        assertThat(detailed.details())
                                .extracting(one -> one.amount() + " " + one.reference())
                                .containsExactly(
                                        "100.00 T-31 | /EREF/ H-31",
                                        "150.00 T-32 | /EREF/ H-32",
                                        "200.00 T-33 | /EREF/ H-33");
                    });
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    @DisplayName("details of a batch that came back, or of more payments than one fact may tell, stay with a person")
    void detailsOfWhatCameBackStayWithAPerson() {
        handOver().take(read(statements("1000.00 2027-01-06 450.00", "1450.00 2027-01-06 201.00")));
        String[] many = new String[201];
        Arrays.fill(many, "1.00");

        Outcome outcome = handOver()
                .take(read(
                        BATCH.replace("</TxDtls>", "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>"),
                        WrittenBatch.notification("2027-01-06", "201.00", many)));

        assertThat(outcome.details()).isEmpty();
        assertThat(outcome.refused()).extracting(Refused::reason).containsExactly("DETAILS_COME_TOO_LATE", "TOO_LARGE");
    }

    @Test
    @DisplayName("none is taken beside a notification that cannot be read, and each says so: it may tell of what they"
            + " book as one")
    void noneIsTakenBesideANotificationThatCannotBeRead() {
        HandOver handOver = handOver();
        String early = WrittenBatch.notification("2027-01-07", "90.00", "60.00", "30.00");
        Outcome outcome = handOver.take(read(statements("1000.00 2027-01-06 450.00"), early, BROKEN, "none"));

        assertThat(outcome.refused())
                .extracting(refused -> refused.file() + " " + refused.reason())
                .containsExactly(
                        "file3 NOT_WELL_FORMED",
                        "file4 UNKNOWN_FORMAT",
                        "file1 BESIDE_AN_UNREADABLE_NOTIFICATION",
                        "file2 BESIDE_AN_UNREADABLE_NOTIFICATION");
        assertThat(outcome.taken()).isEmpty();
        assertThat(handOver.entries()).isEmpty();
        assertThat(handOver()
                        .take(read(statements("1000.00 2027-01-06 450.00"), BATCH))
                        .taken())
                .extracting(Taken::payments)
                .containsExactly(3);
    }

    @Test
    @DisplayName("details before their statement, or that do not add up, are refused alone, and taken once they fit")
    void detailsBeforeTheirStatementAreRefused() {
        String other = statements("1000.00 2027-01-05 10.00");
        String statement = statements("1010.00 2027-01-06 450.00");
        String wrong = BATCH.replace(">100.00<", ">99.00<");
        Outcome early = handOver().take(read(other, BATCH));
        assertThat(early.taken()).hasSize(1);
        assertThat(early.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("STATEMENT_NOT_TAKEN");
            assertThat(refused.sentence())
                    .as("which batch, though all of the file stands in one line")
                    .startsWith("line 1, B-1: no statement that was taken books 450.00 on 2027-01-06");
        });

        Outcome mistaken = handOver().take(read(wrong));
        assertThat(mistaken.refused()).extracting(Refused::reason).containsExactly("DETAILS_DO_NOT_ADD_UP");

        Outcome together = handOver().take(read(statement, BATCH));
        assertThat(together.refused()).isEmpty();
        assertThat(together.taken()).extracting(Taken::payments).containsExactly(3);
        assertThat(handOver().take(read(BATCH)).refused()).isEmpty();
    }
}
