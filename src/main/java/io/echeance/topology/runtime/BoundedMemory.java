package io.echeance.topology.runtime;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.internals.BlockBasedTableConfigWithAccessibleCache;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one budget of write buffers for all stores of the process, so that memory does not grow with the
 * number of partitions. Without it each store of each partition takes up to 100 MB of its own.
 */
public final class BoundedMemory implements RocksDBConfigSetter {

    /** Setting: bytes for all stores of the process, write buffers included. */
    public static final String BYTES = "echeance.state.memory.bytes";

    private static final long WRITE_BUFFER_BYTES = 4L << 20;
    private static final int WRITE_BUFFERS = 2;

    /** What is deleted is left behind within so long: names lie in some stores. */
    static final long FORGETTING_SECONDS = Duration.ofDays(7).toSeconds();

    /** Lives as long as the process: the first store that is opened decides its size. */
    private record Shared(Cache cache, WriteBufferManager writeBuffers) {
        static Shared of(long bytes) {
            RocksDB.loadLibrary();
            Cache cache = new LRUCache(bytes);
            return new Shared(cache, new WriteBufferManager(bytes / 2, cache));
        }
    }

    private static @Nullable Shared shared;

    private static synchronized Shared shared(long bytes) {
        Shared known = shared;
        if (known == null) {
            known = Shared.of(bytes);
            shared = known;
        }
        return known;
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        Shared all = shared(Long.parseLong(
                String.valueOf(settings.getOrDefault(BYTES, StreamSettings.DEFAULT_STATE_MEMORY_BYTES))));
        if (options.tableFormatConfig() instanceof BlockBasedTableConfigWithAccessibleCache tables) {
            Cache own = tables.blockCache();
            tables.setBlockCache(all.cache());
            tables.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(tables);
            own.close();
        }
        options.setWriteBufferManager(all.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setTtl(FORGETTING_SECONDS);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    /** Bytes in use by all stores of the process, write buffers included; 0 before the first is opened. */
    public static synchronized long usedBytes() {
        Shared known = shared;
        return known == null ? 0 : known.cache().getUsage();
    }

    /** What a store shares outlives it. */
    @Override
    public void close(String store, Options options) {}
}
