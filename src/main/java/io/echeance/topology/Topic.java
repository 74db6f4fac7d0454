package io.echeance.topology;

import io.echeance.serde.Bindings;
import io.echeance.serde.binding.Binding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics that others write or read. What the stream passes to itself is not among them. */
public enum Topic {
    ORDERS("orders", Role.INPUT, "order id", "order systems", Bindings.ORDER_FACT),
    PAYMENTS("payments", Role.INPUT, "any", "bank and card interfaces", Bindings.PAYMENT_FACT),
    FINANCING_DECISIONS("financing-decisions", Role.INPUT, "order id", "funders' interfaces", Bindings.FUNDING_FACT),
    COLLECTION_ACTIONS("collection-actions", Role.INPUT, "order id", "collections team", Bindings.COLLECTION_FACT),
    CUSTOMER_ACTIONS("customer-actions", Role.INPUT, "seller/customer", "those who decide", Bindings.CUSTOMER_FACT),
    LEDGER_ACTIONS("ledger-actions", Role.INPUT, "seller", "instances that are commanded", Bindings.MONTH_CLOSED),
    BUSINESS_DAYS("business-days", Role.INPUT, "none, one record a partition", "clock", Bindings.BUSINESS_DAY),

    TERMS("terms", Role.REFERENCE, "pinned id", "terms publish", Bindings.TERMS),
    STATUTORY_RATES("statutory-rates", Role.REFERENCE, "semester", "publish", Bindings.STATUTORY_RATES),
    PARTIES("parties", Role.REFERENCE, "party id", "customer register", Bindings.PARTY),
    PERSON_KEYS("person-keys", Role.REFERENCE, "key id", "intake, matching", Bindings.PERSON_KEY),

    FACTS("facts", Role.LOG, "order id", "intake, matching, numbering, accounts", Bindings.LOG_RECORD),

    INVOICES("invoices", Role.OUTPUT, "order id", "numbering", Bindings.INVOICE),
    DUNNING_ALERTS("dunning-alerts", Role.OUTPUT, "order id", "accounts, matching, numbering", Bindings.DUNNING_ALERT),
    REFUNDS("refunds", Role.OUTPUT, "order id", "accounts", Bindings.REFUND_DUE),
    SERVICE_HOLDS("service-holds", Role.OUTPUT, "order id", "accounts", Bindings.SERVICE_HOLD),
    BANK_STATEMENTS("bank-statements", Role.OUTPUT, "account", "bank import", Bindings.TAKEN_STATEMENT),
    MONTH_CLOSINGS("month-closings", Role.OUTPUT, "seller", "intake", Bindings.MONTH_CLOSED),
    CASH_DECISIONS("cash-decisions", Role.OUTPUT, "payment id", "matching", Bindings.CASH_DECISION),
    SUSPENSE_CHANGES("suspense-changes", Role.OUTPUT, "account", "matching", Bindings.SUSPENSE_CHANGE),
    LEDGER_ENTRIES("ledger-entries", Role.OUTPUT, "order id", "accounts", Bindings.LEDGER_ENTRY),
    TRIAL_BALANCES("trial-balances", Role.STANDING, "seller", "proof", Bindings.RUNNING_BALANCE),
    STATEMENTS("statements", Role.STANDING, "order id", "accounts", Bindings.STATEMENT),
    CUSTOMER_STANDING("customer-standing", Role.STANDING, "seller/customer", "customers", Bindings.CUSTOMER_STANDING),
    MAILINGS("mailings", Role.OUTPUT, "seller/payer", "customers", Bindings.MAILING),
    REJECTED(
            "rejected", Role.OUTPUT, "original key", "intake, payments, accounts, customers, proof", Bindings.REJECTED),

    ACCESS_LOG("access-log", Role.WITNESS, "who asked", "instances that answer", Bindings.NAMES_SHOWN);

    /** What a topic is for; how it is kept follows from it. */
    public enum Role {
        /** What we receive. */
        INPUT(true),
        /** What applies to all orders, compacted; read whole by every instance. */
        REFERENCE(false),
        /** The one ordered log. */
        LOG(true),
        /** What we say, once. */
        OUTPUT(true),
        /** How it stands now, compacted. */
        STANDING(true),
        /** Who saw what; not the stream's, which never reads nor deletes it. */
        WITNESS(false);

        private final boolean partitioned;

        Role(boolean partitioned) {
            this.partitioned = partitioned;
        }

        /** Whether it has the partitions of {@code facts}; a topic that has not has one. */
        public boolean isPartitioned() {
            return partitioned;
        }
    }

    private final String id;
    private final Role role;
    private final String key;
    private final String writers;
    private final @Nullable Binding<?> binding;

    Topic(String id, Role role, String key, String writers, @Nullable Binding<?> binding) {
        this.id = id;
        this.role = role;
        this.key = key;
        this.writers = writers;
        this.binding = binding;
    }

    /** Its name, without the prefix that it may have on the brokers: see {@link TopicNames}. */
    public String id() {
        return id;
    }

    public Role role() {
        return role;
    }

    /** What its keys are, in words. */
    public String key() {
        return key;
    }

    /** Who writes it. */
    public String writers() {
        return writers;
    }

    /** What its records are; empty while nothing fills it. */
    public Optional<Binding<?>> binding() {
        return Optional.ofNullable(binding);
    }

    public static Optional<Topic> named(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id.equals(id)).findFirst();
    }

    public static List<Topic> of(Role role) {
        return Arrays.stream(values()).filter(topic -> topic.role == role).toList();
    }
}
