package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.StatementImport.Recurring;
import io.echeance.bank.NotifiedBatch;
import io.echeance.bank.StatementFiles;
import io.echeance.bank.StatementFiles.Found;
import io.echeance.core.matching.PayerByName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A batch of which a notification tells")
class BookedBatchTest {

    private static final String DAY = "2027-01-06";
    private static final String BATCH = WrittenBatch.notification(DAY, "450.00", "100.00", "150.00", "200.00");
    private static final String OTHERWISE = WrittenBatch.notification(DAY, "450.00", "200.00", "100.00", "150.00");
    private static final String AT_1000 = statement("1000.00", "450.00");

    private static String statement(String opening, String amount) {
        return WrittenBatch.camt053(WrittenBatch.statement(opening, DAY, amount));
    }

    private static StatementFiles read(String... files) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (String file : files) {
            named.put("file" + (named.size() + 1), file.getBytes(StandardCharsets.UTF_8));
        }
        return StatementFiles.read(named);
    }

    private static TakenStatements taken(StatementFiles... files) {
        TakenStatements taken = new TakenStatements();
        HandOver handOver = new HandOver(
                taken, Set.of(), new StatementBooks(List.of(), Set.of()), new PayerByName(), null, Recurring.REFUSE);
        for (StatementFiles one : files) {
            assertThat(handOver.take(new StatementFiles(one.found(), List.of(), List.of(), List.of()))
                            .refused())
                    .isEmpty();
        }
        return taken;
    }

    private static BookedBatch booked(StatementFiles... files) {
        NotifiedBatch batch = read(BATCH).batches().getFirst();
        return taken(files).booked(batch);
    }

    private static String id(StatementFiles files) {
        Found found = files.found().getFirst();
        return found.statement().entries().getFirst().id();
    }

    @Test
    @DisplayName("is the one line of its account, day and sum, however often that was taken since")
    void isTheOneLine() {
        StatementFiles alone = read(AT_1000);
        StatementFiles together = read(AT_1000, BATCH);

        assertThat(booked(alone).line()).contains(id(alone));
        assertThat(booked(alone, together).line()).contains(id(alone));
        assertThat(booked(read(statement("1000.00", "449.99"))).asOne()).isEmpty();
        assertThat(booked().asOne()).isEmpty();
    }

    @Test
    @DisplayName("is none where its payments were taken, in whatever order")
    void isNoneWhereItsPaymentsWereTaken() {
        StatementFiles together = read(AT_1000, BATCH);

        assertThat(booked(together)).isEqualTo(new BookedBatch(List.of(), 1));
        assertThat(booked(together, read(AT_1000))).isEqualTo(new BookedBatch(List.of(), 1));
        assertThat(booked(read(AT_1000, OTHERWISE), read(AT_1000))).isEqualTo(new BookedBatch(List.of(), 1));
    }

    @Test
    @DisplayName(
            "is nobody's where two lines fit, or one and the payments of another, and where the line says whose it is")
    void isNobodysWhereTwoFit() {
        StatementFiles other = read(statement("1450.00", "450.00"));

        assertThat(booked(read(AT_1000), other)).satisfies(booked -> {
            assertThat(booked.asOne()).hasSize(2);
            assertThat(booked.line()).isEmpty();
        });
        assertThat(booked(read(AT_1000, BATCH), other)).satisfies(booked -> {
            assertThat(booked.asOne()).hasSize(1);
            assertThat(booked.inParts()).isEqualTo(1);
            assertThat(booked.line()).isEmpty();
        });
        String named = AT_1000.replace(
                "<NtryDtls></NtryDtls>",
                "<NtryDtls><TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs></TxDtls></NtryDtls>");
        assertThat(booked(read(named))).satisfies(booked -> {
            assertThat(booked.asOne()).hasSize(1);
            assertThat(booked.line()).isEmpty();
        });
    }

    @Test
    @DisplayName(
            "is nobody's where as much went out between two lines of its sum, in whatever words the bank tells of them")
    void isNobodysWhereTwoLeaveOneBalance() {
        String out = statement("1450.00", "-450.00");
        String again = AT_1000.replace("B-1", "B-3");
        String inOne = WrittenBatch.camt053(WrittenBatch.statement("1000.00", DAY, "450.00")
                + WrittenBatch.statement("1450.00", DAY, "-450.00")
                + WrittenBatch.statement("1000.00", DAY, "450.00").replace("B-1", "B-3"));

        assertThat(booked(read(AT_1000), read(out), read(again)).asOne()).hasSize(2);
        assertThat(booked(read(inOne), read(AT_1000), read(again)).asOne()).hasSize(2);
        assertThat(booked(read(AT_1000), read(out)).line()).isPresent();
    }
}
