package io.echeance.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.demo.Sample;
import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionAlert.AccelerationDeclared;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import io.echeance.core.order.Statement;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Over the sample's orders, every eleventh day: what was foreseen is what comes if nobody pays. */
@DisplayName("The deadlines of an order")
class StandingDeadlinesTest {

    private static final Decider DECIDER = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());

    private record Foreseen(Account account, OrderDeadline deadline) {}

    private static final Map<DeadlineKind, List<Foreseen>> FORESEEN = foreseen();

    /** Of one book that goes on day by day. */
    private static Map<DeadlineKind, List<Foreseen>> foreseen() {
        Sample sample = Sample.bundled();
        Book book = new Book(DECIDER);
        Map<DeadlineKind, List<Foreseen>> all = new EnumMap<>(DeadlineKind.class);
        LocalDate looked = sample.firstDay().plusMonths(3);
        for (LocalDate day = sample.firstDay(); day.isBefore(LocalDate.of(2027, 3, 1)); day = day.plusDays(1)) {
            if (day.equals(looked)) {
                for (Account account : book.accounts().values()) {
                    foresee(account, day, all);
                }
                looked = looked.plusDays(11);
            }
            for (Fact fact : sample.receivedOn(day)) {
                book.take(fact, day);
            }
            book.close(day);
        }
        return all;
    }

    private static void foresee(Account account, LocalDate day, Map<DeadlineKind, List<Foreseen>> all) {
        Statement statement = DECIDER.statement(account, day);
        if (statement != null) {
            Standings.of(account, statement)
                    .deadlines()
                    .forEach(one -> all.computeIfAbsent(one.kind(), kind -> new ArrayList<>())
                            .add(new Foreseen(account, one)));
        }
    }

    @Test
    @DisplayName("are those of notices, with the clause that each rests on, of funders and of litigation")
    void restOnAClause() {
        assertThat(FORESEEN).containsOnlyKeys(DeadlineKind.values());
        FORESEEN.values()
                .forEach(found -> assertThat(found).allSatisfy(one -> {
                    assertThat(one.deadline().payer()).isNotBlank();
                }));
        assertThat(FORESEEN.get(DeadlineKind.NOTICE_ANSWER))
                .allSatisfy(one -> assertThat(one.deadline().basis()).isNotEmpty());
        assertThat(FORESEEN.get(DeadlineKind.NOTICE_ANSWER))
                .anySatisfy(one -> assertThat(one.deadline().falls()).isPositive());
    }

    @Test
    @DisplayName("of a notice say how many debts fall due on the day after, if nobody pays")
    void ofANoticeSayWhatFallsDue() {
        List<Foreseen> notices = Objects.requireNonNull(FORESEEN.get(DeadlineKind.NOTICE_ANSWER)).stream()
                .filter(one -> one.deadline().falls() > 0)
                .toList();
        for (Foreseen one : notices) {
            LocalDate judgedOn = one.deadline().on().plusDays(1);
            Account account = one.account();
            int fell = 0;
            LocalDate next = account.nextOn();
            while (next != null && !next.isAfter(judgedOn)) {
                Decision decision = DECIDER.close(account, next);
                account = decision.account();
                fell += decision.outputs().stream()
                        .filter(AccelerationDeclared.class::isInstance)
                        .mapToInt(alert ->
                                ((AccelerationDeclared) alert).receivables().size())
                        .sum();
                next = account.nextOn();
            }
            assertThat(fell).as("%s", one.deadline()).isEqualTo(one.deadline().falls());
        }
    }
}
