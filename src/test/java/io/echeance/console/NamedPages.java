package io.echeance.console;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Which role may see which page of the console over a {@link NamedBook}, and which of them name somebody. */
final class NamedPages {

    private static final Set<String> ALL = Set.of("read", "collect", "decide", "finance", "dpo");
    private static final Set<String> EVERYBODY = Set.of("read", "collect", "decide", "finance", "dpo", "admin");

    private NamedPages() {}

    /**
     * A page of the console.
     *
     * @param roles that may see it
     * @param names whether it names somebody
     */
    record Page(String path, Set<String> roles, boolean names) {}

    /** By their routes. */
    static Map<String, Page> all() {
        String order = "/console/orders/T-2515";
        String letter = "?on=2026-03-04&payer=BOCAGE&step=d%2B3";
        Set<String> placing = Set.of("collect", "decide", "finance");
        Set<String> named = Set.of("collect", "decide", "finance", "dpo");
        return Map.ofEntries(
                entry("/console", new Page("/console?all=true", ALL, true)),
                entry(
                        "/console/customers/{seller}/{id}",
                        new Page("/console/customers/technolowgic/BOCAGE", ALL, true)),
                entry(
                        "/console/customers/{seller}/{id}/time",
                        new Page("/console/customers/technolowgic/BOCAGE/time", ALL, true)),
                entry("/console/orders/{id}/time", new Page(order + "/time", ALL, true)),
                entry("/console/approvals", new Page("/console/approvals", ALL, true)),
                entry(
                        "/console/customers/{seller}/{id}/decide/{kind}",
                        new Page(
                                "/console/customers/technolowgic/MISTRAL/decide/PREPAYMENT_PROPOSED",
                                Set.of("decide"),
                                false)),
                entry("/console/orders/{id}/letters", new Page(order + "/letters", ALL, false)),
                entry("/console/orders/{id}/letter", new Page(order + "/letter" + letter, named, false)),
                entry("/console/orders/{id}/letter/sheet", new Page(order + "/letter/sheet" + letter, named, true)),
                entry("/console/sellers/{seller}/time", new Page("/console/sellers/technolowgic/time", ALL, false)),
                entry("/console/audit", new Page("/console/audit", named, true)),
                entry("/console/audit/accesses", new Page("/console/audit/accesses", Set.of("dpo"), false)),
                entry("/console/persons", new Page("/console/persons", Set.of("dpo"), false)),
                entry("/console/persons/{id}", new Page("/console/persons/OWES", Set.of("dpo"), false)),
                entry("/console/persons/{id}/ask", new Page("/console/persons/OWES/ask", Set.of("dpo"), false)),
                entry(
                        "/console/persons/{id}/answer/{seller}/{asked}",
                        new Page("/console/persons/EVA/answer/technolowgic/right-access", Set.of("dpo"), false)),
                entry("/console/persons/{id}/export", new Page("/console/persons/OWES/export", Set.of("dpo"), false)),
                entry("/console/months", new Page("/console/months", ALL, false)),
                entry("/console/sellers/{seller}/months", new Page("/console/sellers/technolowgic/months", ALL, true)),
                entry(
                        "/console/sellers/{seller}/months/{month}",
                        new Page("/console/sellers/technolowgic/months/2026-02", ALL, false)),
                entry("/console/time", new Page("/console/time", ALL, false)),
                entry(
                        "/console/orders/{id}/do/{act}",
                        new Page(order + "/do/contact", Set.of("collect", "decide"), false)),
                entry("/console/suspense", new Page("/console/suspense", ALL, true)),
                entry("/console/payments/{id}", new Page("/console/payments/P-w1", placing, true)),
                entry("/console/ageing", new Page("/console/ageing", ALL, false)),
                entry("/console/promises", new Page("/console/promises", ALL, false)),
                entry("/console/deadlines", new Page("/console/deadlines", ALL, false)),
                entry("/console/health", new Page("/console/health", EVERYBODY, false)),
                entry("/console/orders/{id}/what-if", new Page(order + "/what-if", ALL, false)),
                entry("/console/search", new Page("/console/search?q=BOCAGE", ALL, false)),
                entry("/console/orders/{id}", new Page(order, ALL, true)),
                entry("/console/orders/{id}/explain", new Page(order + "/explain?amount=paid", ALL, true)),
                entry("/console/keys", new Page("/console/keys", EVERYBODY, false)));
    }
}
