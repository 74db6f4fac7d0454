package io.echeance.app.policy;

import io.echeance.topology.Topic;

/** What of persons' data is kept, by what it is for. */
public enum PersonalData {
    /** Who somebody is, and what was agreed with him. */
    CONTRACT("who the customer is, and what was agreed"),
    /** What was invoiced, booked and paid. */
    BILLING("invoices, books, what they rest on"),
    /** What banks say. */
    PAYMENTS("payments as banks pass them on"),
    /** What was written to those who pay late. */
    DUNNING("reminders, notices, mailings"),
    /** What a customer's record led to. */
    STANDING("how a customer stands"),
    /** What persons asked for, and what was decided about them: in a store, on no topic. */
    REQUESTS("requests for rights, and decisions about customers"),
    /** Who saw whose names. */
    ACCESS("who saw whose names"),
    /** What was refused, until it is mended. */
    REFUSED("what was refused"),
    /** Nobody's. */
    NONE("nobody's data");

    private final String words;

    PersonalData(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static PersonalData of(Topic topic) {
        return switch (topic) {
            case ORDERS, FINANCING_DECISIONS, COLLECTION_ACTIONS, CUSTOMER_ACTIONS, PARTIES, PERSON_KEYS -> CONTRACT;
            case PAYMENTS -> PAYMENTS;
            case FACTS, INVOICES, REFUNDS, CASH_DECISIONS, SUSPENSE_CHANGES, LEDGER_ENTRIES, STATEMENTS -> BILLING;
            case DUNNING_ALERTS, SERVICE_HOLDS, MAILINGS -> DUNNING;
            case CUSTOMER_STANDING -> STANDING;
            case ACCESS_LOG -> ACCESS;
            case REJECTED -> REFUSED;
            case TERMS,
                    STATUTORY_RATES,
                    LEDGER_ACTIONS,
                    BUSINESS_DAYS,
                    BANK_STATEMENTS,
                    MONTH_CLOSINGS,
                    TRIAL_BALANCES -> NONE;
        };
    }
}
