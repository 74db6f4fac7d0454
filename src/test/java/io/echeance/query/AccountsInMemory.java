package io.echeance.query;

import io.echeance.core.order.Account;
import io.echeance.core.order.OrderStanding;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.Cover;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.AccountWrites;
import io.echeance.topology.store.DerivedRowsSupplier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The store of the accounts as the stream has it, in memory, and how often it was asked for one of them. */
public final class AccountsInMemory {

    private final AtomicInteger lookUps = new AtomicInteger();
    private final KeyValueStore<Bytes, byte[]> accounts;

    public AccountsInMemory() {
        this(() -> {});
    }

    /** @param written what is done each time that rows were written, before whoever writes goes on */
    AccountsInMemory(Runnable written) {
        KeyValueBytesStoreSupplier memory = Stores.inMemoryKeyValueStore("accounts");
        KeyValueBytesStoreSupplier rows = new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return memory.name();
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return watched(memory.get(), "putAll", written);
            }

            @Override
            public String metricsScope() {
                return memory.metricsScope();
            }
        };
        accounts = DerivedRowsSupplier.ofAccounts(rows).get();
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "memory");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put("processing.exception.handler.global.enabled", true);
        accounts.init(new MockProcessorContext<Void, Void>(settings).getStateStoreContext(), accounts);
    }

    /** @param then done behind each call of the method */
    @SuppressWarnings("unchecked") // It is a store of the same.
    private static KeyValueStore<Bytes, byte[]> watched(
            KeyValueStore<Bytes, byte[]> store, String method, Runnable then) {
        return (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                AccountsInMemory.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (proxy, called, arguments) -> {
                    try {
                        Object answer = called.invoke(store, arguments);
                        if (called.getName().equals(method)) {
                            then.run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Writes an account that shows this. */
    public void put(OrderStanding standing) {
        AccountRow row = AccountRow.of(Account.opened(standing.orderId()), null);
        accounts.put(
                AccountFile.key(standing.orderId()),
                new AccountFile(new Cover(standing, null, List.of(), List.of()), row).bytes());
    }

    /** Lists that remember nothing yet. */
    public OrderLists lists() {
        return lists(new KnownCovers());
    }

    OrderLists lists(KnownCovers covers) {
        return new OrderLists(watched(accounts, "get", lookUps::incrementAndGet), AccountWrites.of(accounts), covers);
    }

    public AgeingTable ageing() {
        return new AgeingTable(accounts);
    }

    /** How many accounts were looked up since it was asked last. */
    public int lookUps() {
        return lookUps.getAndSet(0);
    }
}
