package io.echeance.core.order;

import io.echeance.core.terms.VatRate;
import java.util.Arrays;

/**
 * What an item of a document is for, as its key says it. A part of the price that bears another rate of VAT than that
 * of the terms ends with the name of it: {@code share/ACME/REDUCED}. No id of a payer has a slash.
 */
public final class ItemKeys {

    private static final String DEPOSIT = "deposit";

    private ItemKeys() {}

    /** The customer's part of the lines of one kind and rate. */
    public static String ofCustomer(String customer, Price.Part part) {
        String key = switch (part.kind()) {
            case TUITION -> "share/" + customer;
            case TRAVEL -> "travel";
            case APPLICATION_FEE -> "application-fee";
        };
        return withRate(key, part.rate());
    }

    /** A funder's part of all that is of one rate. */
    public static String ofFunder(String funder, VatRate rate) {
        return withRate("share/" + funder, rate);
    }

    public static String deposit(VatRate rate) {
        return withRate(DEPOSIT, rate);
    }

    public static boolean isDeposit(String key) {
        return key.equals(DEPOSIT) || key.startsWith(DEPOSIT + "/");
    }

    /** The rate that a key names, {@code STANDARD} for that of the terms. */
    public static VatRate rate(String key) {
        return Arrays.stream(VatRate.values())
                .filter(rate -> key.endsWith("/" + rate))
                .findFirst()
                .orElse(VatRate.STANDARD);
    }

    private static String withRate(String key, VatRate rate) {
        return rate == VatRate.STANDARD ? key : key + "/" + rate;
    }
}
