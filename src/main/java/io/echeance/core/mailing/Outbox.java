package io.echeance.core.mailing;

import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Customers.OpenCredit;
import io.echeance.core.mailing.Mailing.MailingSection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What is to be written to whom at the close of the day, in memory: what the stream does with it, without a stream. */
public final class Outbox {

    private record Addressee(String seller, String payer) implements Comparable<Addressee> {
        @Override
        public int compareTo(Addressee other) {
            return (seller + "/" + payer).compareTo(other.seller + "/" + other.payer);
        }
    }

    private final SortedMap<Addressee, List<MailingSection>> waiting = new TreeMap<>();

    public void add(String seller, String payer, MailingSection section) {
        waiting.computeIfAbsent(new Addressee(seller, payer), first -> new ArrayList<>())
                .add(section);
    }

    /** One mailing a payer; what is more than one holds waits for the next day. */
    public List<Mailing> mailings(LocalDate morning, Function<CustomerKey, List<OpenCredit>> credits) {
        List<Mailing> mailings = new ArrayList<>();
        SortedMap<Addressee, List<MailingSection>> left = new TreeMap<>();
        waiting.forEach((to, sections) -> {
            List<MailingSection> sorted = Mailing.inOrder(sections);
            int now = Math.min(sorted.size(), Mailing.MOST_SECTIONS);
            List<OpenCredit> open = credits.apply(new CustomerKey(to.seller(), to.payer()));
            mailings.add(Mailing.of(to.seller(), to.payer(), morning, sorted.subList(0, now), open));
            if (now < sorted.size()) {
                left.put(to, new ArrayList<>(sorted.subList(now, sorted.size())));
            }
        });
        waiting.clear();
        waiting.putAll(left);
        return mailings;
    }
}
