package io.echeance.topology.store;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.jspecify.annotations.Nullable;

/** What a store is opened in; it keeps how the store wants to be restored. */
final class Restoring {

    private @Nullable BatchingStateRestoreCallback restoring;

    /** @param state where files lie */
    StateStoreContext context(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "restoring");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put("processing.exception.handler.global.enabled", true);
        var mock = new MockProcessorContext<Void, Void>(settings, new TaskId(0, 0), state.toFile());
        StateStoreContext inner = mock.getStateStoreContext();
        return (StateStoreContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StateStoreContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("register")) {
                        restoring = (BatchingStateRestoreCallback) arguments[1];
                        return null;
                    }
                    return method.invoke(inner, arguments);
                });
    }

    void restoreAll(List<KeyValue<byte[], byte[]>> changelog) {
        Objects.requireNonNull(restoring, "nothing was opened").restoreAll(changelog);
    }
}
