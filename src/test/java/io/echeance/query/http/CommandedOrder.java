package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Situation;
import io.echeance.query.http.Questions.Answered;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** A late order, and a server that takes commands about it. */
final class CommandedOrder implements AutoCloseable {

    static final String KEY = "Idempotency-Key";
    static final String DISPUTE = """
        {"reason": "DISPUTE"}\
        """;

    final ServedBook book =
            ServedBook.open(new Limits(4_000, 8_000, Duration.ofSeconds(5), Duration.ofSeconds(1), 8, 0));
    final Questions questions = new Questions(book.address());
    private final LateOrder order = LateOrder.of(book);
    final String id = order.id();

    /**
     * @param body where NOTICE and SOON stand for a notice that was sent, and for a day within a year, EARLY and LATE
     *     for the days before it was sent and after today, OWED and MORE for what is outstanding, and a cent above
     */
    Answered command(String command, String body, String key, String... headers) {
        String written = body.replace('\'', '"')
                .replace("NOTICE", order.notice())
                .replace("SOON", today().plusMonths(1).toString())
                .replace("EARLY", order.noticeSentOn().minusDays(1).toString())
                .replace("LATE", today().plusDays(1).toString())
                .replace("OWED", owed().toString())
                .replace("MORE", owed().plus(Money.ofCents(1)).toString());
        String[] all = Arrays.copyOf(new String[] {KEY, key}, 2 + headers.length);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return questions.post("/orders/" + id + "/commands/" + command, written, all);
    }

    void hold(String holdId) {
        assertThat(command("hold", "{'reason': 'GRACE', 'holdId': '" + holdId + "'}", "hold-" + holdId)
                        .status())
                .isEqualTo(200);
    }

    /** By its customer. */
    Money owed() {
        Account account = Objects.requireNonNull(book.orders.get(id)).account();
        return Objects.requireNonNull(ServedBook.DECIDER.settlement(account, today()))
                .outstandingOf(
                        Objects.requireNonNull(Situation.of(account.evidence(), account.terms(), today()))
                                .customer(),
                        today());
    }

    LocalDate today() {
        return Objects.requireNonNull(book.orders.get(id)).today();
    }

    @Override
    public void close() {
        questions.close();
        book.close();
    }
}
