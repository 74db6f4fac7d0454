package io.echeance.document;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.demo.Sample;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.PayerKind;
import io.echeance.topology.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A whole party for every id: those of the demo, and for any other one that is made up of its id. */
public final class SampleParties {

    private static final Map<String, Party> OF_THE_DEMO = Sample.bundled().reference().stream()
            .filter(entry -> entry.topic() == Topic.PARTIES)
            .map(Entry::value)
            .map(Party.class::cast)
            .collect(Collectors.toMap(Party::id, party -> party));

    private SampleParties() {}

    /** The sellers of the bundled terms. */
    public static List<Party> sellers() {
        return List.of(seller("technolowgic"), seller("ecole-librairie"), seller("hexagone"), seller("alegria"));
    }

    public static Party seller(String id) {
        return of(id, PayerKind.PROFESSIONAL);
    }

    /**
     * All that the documents of an order name, but its seller. A customer may be a consumer in one order and a
     * professional in another: it has the number of one in both.
     */
    public static List<Party> of(OrderPlaced order) {
        List<Party> parties = new ArrayList<>();
        parties.add(of(order.customer().id(), PayerKind.PROFESSIONAL));
        for (FundingRequest request : order.funding()) {
            parties.add(of(request.funderId(), PayerKind.FUNDER));
        }
        return parties;
    }

    public static Party of(String id, PayerKind kind) {
        Party known = OF_THE_DEMO.get(id);
        if (known != null) {
            return known;
        }
        String siren = kind == PayerKind.CONSUMER ? null : siren(id);
        return new Party(
                id,
                "Partie " + id,
                null,
                null,
                List.of("1 rue de l'Exemple"),
                "75001",
                "Paris",
                "FR",
                siren,
                siren == null ? null : siren + "00018",
                null,
                id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-") + "@parties.example",
                siren,
                null,
                null,
                "fr");
    }

    /** Eight digits of the id, and the check digit that makes them a number. */
    private static String siren(String id) {
        String eight = "%08d".formatted(Math.floorMod(id.hashCode(), 100_000_000));
        int sum = 0;
        for (int n = 0; n < eight.length(); n++) {
            int digit = eight.charAt(eight.length() - 1 - n) - '0';
            int weighed = n % 2 == 0 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return eight + (10 - sum % 10) % 10;
    }
}
