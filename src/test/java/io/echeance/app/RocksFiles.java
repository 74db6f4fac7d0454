package io.echeance.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The stores of an instance that is stopped. */
final class RocksFiles {

    private RocksFiles() {}

    /** Makes each store leave behind what is deleted, as it does by itself in time. */
    static void compact(Path state) throws IOException, RocksDBException {
        try (Stream<Path> files = Files.walk(state)) {
            for (Path current : files.filter(
                            file -> file.getFileName().toString().equals("CURRENT"))
                    .toList()) {
                compactStore(current.getParent().toString());
            }
        }
    }

    private static void compactStore(String store) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (Options options = new Options();
                DBOptions plain = new DBOptions();
                CompactRangeOptions all = new CompactRangeOptions()
                        .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce)) {
            List<ColumnFamilyDescriptor> families = RocksDB.listColumnFamilies(options, store).stream()
                    .map(ColumnFamilyDescriptor::new)
                    .toList();
            try (RocksDB rows = RocksDB.open(plain, store, families, handles)) {
                for (ColumnFamilyHandle handle : handles) {
                    rows.compactRange(handle, null, null, all);
                }
                handles.forEach(ColumnFamilyHandle::close);
            }
        }
    }
}
