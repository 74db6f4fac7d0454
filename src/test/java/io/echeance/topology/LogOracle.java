package io.echeance.topology;

import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Received;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the core alone says of the log of one partition: no slices, no stores, no stream. */
final class LogOracle {

    private final Decider decider;
    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private final SortedMap<String, Statement> statements = new TreeMap<>();
    private final List<Output> outputs = new ArrayList<>();
    private LocalDate today;

    /** @param today the day before the first close */
    LogOracle(Decider decider, LocalDate today) {
        this.decider = decider;
        this.today = today;
    }

    void hear(LoggedFact entry) {
        switch (entry.payload()) {
            case Received(Fact fact) -> {
                String orderId = Objects.requireNonNull(fact.orderId());
                keep(decider.take(accounts.getOrDefault(orderId, Account.opened(orderId)), fact, today));
            }
            case DayClosed(LocalDate day) -> {
                if (day.plusDays(1).isAfter(today)) {
                    today = day.plusDays(1);
                    List.copyOf(accounts.values()).stream()
                            .filter(account -> account.nextOn() != null
                                    && !account.nextOn().isAfter(today))
                            .forEach(account -> keep(decider.close(account, today)));
                }
            }
            case DayMarker marker -> {
                // How a day travels is not the core's business.
            }
            case DayContinued rest -> {
                // How the stream divides its work is not the core's business.
            }
        }
    }

    private void keep(Decision decision) {
        accounts.put(decision.account().orderId(), decision.account());
        outputs.addAll(decision.outputs());
        if (decision.statement() != null) {
            statements.put(decision.account().orderId(), decision.statement());
        }
    }

    List<Output> outputs() {
        return outputs;
    }

    SortedMap<String, Statement> statements() {
        return statements;
    }
}
