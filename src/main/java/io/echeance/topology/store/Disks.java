package io.echeance.topology.store;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/** Where the rows of a store lie. */
final class Disks {

    private Disks() {}

    /** The stores of a task lie in one RocksDB. The codes are for ever: keys begin with them. */
    static KeyValueBytesStoreSupplier of(String name) {
        return switch (name) {
            case StateStores.PAYMENTS -> new SharedRowsSupplier(name, "payments-part", (byte) 1);
            case StateStores.SUSPENSE -> new SharedRowsSupplier(name, "payments-part", (byte) 2);
            case StateStores.SUSPENSE_WAKE_UPS -> new SharedRowsSupplier(name, "payments-part", (byte) 3);
            case StateStores.EARLY_PAYMENTS -> new SharedRowsSupplier(name, "payments-part", (byte) 4);
            case StateStores.ACCOUNTS -> new SharedRowsSupplier(name, "accounts-part", (byte) 1);
            case StateStores.EARLY_FACTS -> new SharedRowsSupplier(name, "accounts-part", (byte) 2);
            case StateStores.WAITING_ORIGINS -> new SharedRowsSupplier(name, "accounts-part", (byte) 3);
            case StateStores.GIVEN_NUMBERS -> new SharedRowsSupplier(name, "accounts-part", (byte) 4);
            case StateStores.SEALED_ORIGINS -> new SharedRowsSupplier(name, "accounts-part", (byte) 5);
            case StateStores.REFERENCES -> new SharedRowsSupplier(name, "payments-part", (byte) 5);
            case StateStores.ALIKE -> new SharedRowsSupplier(name, "payments-part", (byte) 6);
            case StateStores.ASKERS -> new SharedRowsSupplier(name, "payments-part", (byte) 7);
            case StateStores.CLOSING_ASKERS -> new SharedRowsSupplier(name, "payments-part", (byte) 8);
            case StateStores.MATCHING_RULES -> new SharedRowsSupplier(name, "payments-part", (byte) 9);
            case StateStores.ACCOUNT_MEMORY -> new SharedRowsSupplier(name, "payments-part", (byte) 10);
            case StateStores.NUMBERS -> new SharedRowsSupplier(name, "numbering-part", (byte) 1);
            case StateStores.REGISTER -> new SharedRowsSupplier(name, "numbering-part", (byte) 2);
            case StateStores.NAMED_PARTIES -> new SharedRowsSupplier(name, "numbering-part", (byte) 3);
            case StateStores.HELD_DRAFTS -> new SharedRowsSupplier(name, "numbering-part", (byte) 4);
            case StateStores.HELD_FOR -> new SharedRowsSupplier(name, "numbering-part", (byte) 5);
            case StateStores.HELD_UNANNOUNCED -> new SharedRowsSupplier(name, "numbering-part", (byte) 6);
            case StateStores.ABROAD_ASKED -> new SharedRowsSupplier(name, "numbering-part", (byte) 7);
            case StateStores.POST -> new SharedRowsSupplier(name, "customers-part", (byte) 2);
            case StateStores.CUSTOMERS -> new SharedRowsSupplier(name, "customers-part", (byte) 1);
            case StateStores.POSTED_ENTRIES -> new SharedRowsSupplier(name, "proof-part", (byte) 1);
            default -> throw new IllegalArgumentException("nobody said where the store lies: " + name);
        };
    }
}
