package io.echeance.laws;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What people note of some orders for each other: it changes nothing that anybody owes or is told. */
final class Contacts {

    private static final int MOST = 4;

    private final SplittableRandom random;
    private int ids;

    Contacts(long seed) {
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    }

    List<Arrival.Received> from(LocalDate orderedOn, int days) {
        List<Arrival.Received> noted = new ArrayList<>();
        int most = random.nextInt(3) == 0 ? MOST : 0;
        while (noted.size() < most) {
            LocalDate on = orderedOn.plusDays(random.nextInt(days));
            noted.add(new Arrival.Received(on.plusDays(random.nextInt(4)), note(on)));
        }
        return noted;
    }

    private Fact note(LocalDate on) {
        String id = "note-" + ++ids;
        return switch (random.nextInt(3)) {
            case 0 -> new ContactNoted(id, History.ORDER, on, null, Channel.PHONE, "pays on Friday", "ann");
            case 1 -> new Resubmitted(id, History.ORDER, on, on.plusDays(random.nextInt(1, 30)), "ann");
            default -> new Assigned(id, History.ORDER, on, random.nextBoolean() ? "eve" : null, "ann");
        };
    }
}
