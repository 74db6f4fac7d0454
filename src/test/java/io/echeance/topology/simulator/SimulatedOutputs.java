package io.echeance.topology.simulator;

import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.Terms;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.HeldDraft;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.NumberGiven;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.store.AccountChange;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.GivenNumbers;
import io.echeance.topology.store.StateStores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What the stream has said and keeps, once it rests. */
record SimulatedOutputs(
        List<Logged> log,
        List<Invoice> invoices,
        List<Alert> alerts,
        List<RefundDue> refunds,
        List<ServiceHold> holds,
        SortedMap<String, Statement> statements,
        List<LedgerEntry> entries,
        SortedMap<String, RunningBalance> balances,
        List<Rejected> rejected,
        SortedMap<String, Account> accounts,
        SortedMap<String, List<Fact>> taken,
        List<SuspenseEntry> suspended,
        List<CashDecision> decisions,
        List<HeldDraft> held,
        List<CustomerStanding> standings,
        List<Mailing> mailings,
        List<MonthClosed> closings) {

    /** A record of the log, and where it stands. */
    record Logged(LoggedFact fact, PartitionLog.Entry entry) {}

    static SimulatedOutputs by(Cluster cluster) {
        RegistrySerdes serdes = cluster.sender().serdes();
        SimulatedBroker broker = cluster.broker();
        List<LoggedFact> facts = Wire.read(serdes, broker, Topic.FACTS, LoggedFact.class);
        List<PartitionLog.Entry> places = broker.committed(Topic.FACTS);
        List<Logged> log = new ArrayList<>();
        for (int n = 0; n < facts.size(); n++) {
            log.add(new Logged(facts.get(n), places.get(n)));
        }
        SortedMap<String, Statement> statements = new TreeMap<>();
        Wire.read(serdes, broker, Topic.STATEMENTS, Statement.class)
                .forEach(statement -> statements.put(statement.orderId(), statement));
        SortedMap<String, RunningBalance> balances = new TreeMap<>();
        Wire.read(serdes, broker, Topic.TRIAL_BALANCES, RunningBalance.class)
                .forEach(balance -> balances.put(balance.seller(), balance));
        SortedMap<String, Account> accounts = new TreeMap<>();
        Map<Bytes, Terms> terms = rows(cluster, StateStores.BOUND_TERMS);
        Map<String, NumberGiven> numbers = rows(cluster, StateStores.GIVEN_NUMBERS);
        SimulatedOutputs.<Bytes, byte[]>rows(cluster, StateStores.ACCOUNTS).forEach((key, bytes) -> {
            AccountRow row = AccountFile.account(bytes);
            accounts.put(row.orderId(), GivenNumbers.with(row.bound(bound(row, terms)), numbers::get));
        });
        List<SuspenseEntry> suspended = new ArrayList<>();
        SimulatedOutputs.<Bytes, SuspenseEntry>rows(cluster, StateStores.SUSPENSE)
                .forEach((key, entry) -> suspended.add(entry));
        return new SimulatedOutputs(
                log,
                Wire.read(serdes, broker, Topic.INVOICES, Invoice.class),
                Wire.read(serdes, broker, Topic.DUNNING_ALERTS, Alert.class),
                Wire.read(serdes, broker, Topic.REFUNDS, RefundDue.class),
                Wire.read(serdes, broker, Topic.SERVICE_HOLDS, ServiceHold.class),
                statements,
                Wire.read(serdes, broker, Topic.LEDGER_ENTRIES, LedgerEntry.class),
                balances,
                Wire.read(serdes, broker, Topic.REJECTED, Rejected.class),
                accounts,
                taken(cluster, accounts),
                suspended,
                Wire.read(serdes, broker, Topic.CASH_DECISIONS, CashDecision.class),
                List.copyOf(SimulatedOutputs.<String, HeldDraft>rows(cluster, StateStores.HELD_DRAFTS)
                        .values()),
                Wire.read(serdes, broker, Topic.CUSTOMER_STANDING, CustomerStanding.class),
                Wire.read(serdes, broker, Topic.MAILINGS, Mailing.class),
                Wire.read(serdes, broker, Topic.MONTH_CLOSINGS, MonthClosed.class));
    }

    private static @Nullable Terms bound(AccountRow row, Map<Bytes, Terms> terms) {
        return row.terms() == null ? null : Objects.requireNonNull(terms.get(row.terms()));
    }

    /**
     * What each account took, in order: by what each version of it has that the one before had not, and the numbers
     * that lie beside it.
     */
    private static SortedMap<String, List<Fact>> taken(Cluster cluster, Map<String, Account> accounts) {
        SortedMap<String, List<Fact>> taken = new TreeMap<>();
        Map<String, List<Fact>> before = new HashMap<>();
        Map<Bytes, byte[]> rows = new HashMap<>();
        for (int n = 0; n < cluster.broker().partitions(Topic.FACTS.id()); n++) {
            for (Changelog.Row row :
                    cluster.broker().changelog(StateStores.ACCOUNTS, n).all()) {
                AccountChange change = new AccountChange(row.key(), Objects.requireNonNull(row.value()));
                byte[] after = Objects.requireNonNull(change.applied(rows.get(change.order())));
                rows.put(change.order(), after);
                AccountRow account = AccountFile.account(after);
                List<Fact> facts =
                        account.evidence().facts().stream().map(KnownFact::fact).toList();
                List<Fact> more = new ArrayList<>(facts);
                before.getOrDefault(account.orderId(), List.of()).forEach(more::remove);
                taken.computeIfAbsent(account.orderId(), first -> new ArrayList<>())
                        .addAll(more);
                before.put(account.orderId(), facts);
            }
        }
        accounts.forEach((orderId, account) -> {
            List<Fact> more = new ArrayList<>(
                    account.evidence().facts().stream().map(KnownFact::fact).toList());
            before.getOrDefault(orderId, List.of()).forEach(more::remove);
            taken.computeIfAbsent(orderId, first -> new ArrayList<>()).addAll(more);
        });
        return taken;
    }

    /** Of all partitions of a store. */
    @SuppressWarnings("unchecked") // Each store has its types.
    static <K extends Comparable<? super K>, V> NavigableMap<K, V> rows(Cluster cluster, String name) {
        NavigableMap<K, V> rows = new TreeMap<>();
        for (SimulatedTask task : cluster.tasks()) {
            StateStore store = task.states().stores().get(name);
            if (store != null) {
                try (KeyValueIterator<K, V> all = ((KeyValueStore<K, V>) store).all()) {
                    all.forEachRemaining(row -> rows.put(row.key, row.value));
                }
            }
        }
        return rows;
    }
}
