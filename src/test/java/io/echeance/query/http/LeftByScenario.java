package io.echeance.query.http;

import io.echeance.core.book.Book;
import io.echeance.core.order.Account;
import io.echeance.scenario.WorkedScenario;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order, as a worked scenario leaves it.
 *
 * @param today the morning after its last day
 */
record LeftByScenario(WorkedScenario worked, Account account, LocalDate today) {

    /** In the order of the scenarios, which are played once in a JVM. */
    static final List<LeftByScenario> ALL =
            WorkedScenario.all().stream().flatMap(LeftByScenario::by).toList();

    private static Stream<LeftByScenario> by(WorkedScenario worked) {
        Book book = new Book(ServedBook.DECIDER);
        worked.scenario().simulation().play(book);
        LocalDate today = worked.scenario().simulation().until().plusDays(1);
        return book.accounts().values().stream()
                .map(account -> new LeftByScenario(worked, NumberedDocuments.of(account, today), today));
    }
}
