package io.echeance.topology;

import io.echeance.core.invoice.Party;
import io.echeance.core.order.Fact;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;

/** What tests tell, as the lines that are published. */
final class Received {

    private Received() {}

    static Party party(String json) {
        try {
            return RecordJson.read(Party.class, RecordJson.parse(json));
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Fact fact(String json) {
        return switch (FactJson.parse(json, "f" + json.hashCode())) {
            case Parsed.Received(Fact fact) -> fact;
            case Parsed.Malformed malformed -> throw new IllegalArgumentException(malformed.sentence());
        };
    }
}
