package io.echeance.topology;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.util.List;
import java.util.stream.Stream;

/** What tests tell, as the lines that are published. */
final class Told {

    private Told() {}

    static Party party(String json) {
        try {
            return RecordJson.read(Party.class, RecordJson.parse(json));
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Fact fact(String json) {
        return switch (FactJson.parse(json, "f" + json.hashCode())) {
            case Parsed.Told(Fact fact) -> fact;
            case Parsed.Malformed malformed -> throw new IllegalArgumentException(malformed.sentence());
        };
    }

    /** What the core asks for them, each known on its own day and no day closed. */
    static List<Document> documents(Fact... facts) {
        Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        return Stream.of(facts)
                .flatMap(fact -> book.take(fact, fact.on()).stream())
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
    }
}
