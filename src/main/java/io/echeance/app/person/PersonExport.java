package io.echeance.app.person;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Language;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Words;
import io.echeance.document.Form;
import io.echeance.json.FactJson;
import io.echeance.json.RecordJson;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets who asks what is kept of him or her (GDPR, art. 15 and 20): in words, as data, and the invoices.
 * Other people are cut out: who works here, who else paid, and on what account.
 *
 * @param language of the summary
 * @param words a fact with its words, from where it came; empty: they are erased, or no master key is at hand
 */
record PersonExport(PersonFile file, Language language, Function<Origin, Optional<Object>> words) {

    private static final List<String> OTHERS = List.of("by", "to");
    private static final List<String> WORDS = List.of("reference", "reason", "note", "channel", "tracking");

    void write(OutputStream out) throws IOException {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        List<String> missing = letters(pages);
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            List<String> summary = new PersonSummary(file, invoices().size(), pages.size(), missing, language).lines();
            entry(zip, "summary.txt", String.join("\n", summary).getBytes(StandardCharsets.UTF_8));
            entry(zip, "data.json", data().toPrettyString().getBytes(StandardCharsets.UTF_8));
            for (Invoice invoice : invoices()) {
                entry(zip, "invoices/" + invoice.number() + ".pdf", Form.PDF.of(invoice));
            }
            for (var page : pages.entrySet()) {
                entry(zip, page.getKey(), page.getValue());
            }
        }
    }

    /** @return those that cannot be made again: an invoice of theirs has no number, or terms are no longer there */
    private List<String> letters(Map<String, byte[]> pages) {
        List<String> missing = new ArrayList<>();
        file.letters().pages(invoices(), file.party()).forEach((name, page) -> {
            try {
                pages.put(name, page.get());
            } catch (IllegalArgumentException e) {
                missing.add(name);
            }
        });
        return missing;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Those that are addressed to the person; a funder's are the funder's. */
    private List<Invoice> invoices() {
        return file.invoices().stream()
                .filter(invoice -> invoice.buyer().id().equals(file.id()))
                .toList();
    }

    ObjectNode data() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("id", file.id());
        if (file.party() != null) {
            data.set("party", RecordJson.write(file.party()));
        }
        ArrayNode facts = data.putArray("facts");
        file.facts().forEach(entry -> facts.add(fact(entry)));
        ArrayNode statements = data.putArray("statements");
        file.orders().statements().forEach(statement -> statements.add(RecordJson.write(statement)));
        ArrayNode invoices = data.putArray("invoices");
        invoices().forEach(invoice -> invoices.add(RecordJson.write(invoice)));
        ArrayNode standings = data.putArray("standing");
        file.standings().forEach(standing -> standings.add(RecordJson.write(standing)));
        ArrayNode decisions = data.putArray("decisions");
        file.decisions().forEach(one -> decisions.add(decision(one)));
        ArrayNode unplaced = data.putArray("moneyWithoutOrder");
        file.unplaced()
                .all()
                .forEach(
                        entry -> unplaced.add(RecordJson.write(withWords(entry)).without("origin")));
        return data;
    }

    private ObjectNode decision(KnownDecision one) {
        Origin origin = one.origin();
        Optional<Object> whole = origin == null ? Optional.of(one.fact()) : words.apply(origin);
        ObjectNode written = RecordJson.write(whole.orElse(one.fact()));
        written.remove(OTHERS);
        return written.put("words", whole.isPresent() ? "as they came" : "erased");
    }

    /** Of a payment that a bank told of later, and that has no words of its own, it is what told of it. */
    private @Nullable Origin origin(Fact fact, @Nullable Origin origin) {
        return origin == null && fact instanceof PaymentFact payment ? file.details(payment) : origin;
    }

    private SuspenseEntry withWords(SuspenseEntry entry) {
        Origin origin = origin(entry.fact(), entry.origin());
        return origin == null
                ? entry
                : words.apply(origin)
                        .filter(Fact.class::isInstance)
                        .map(one -> entry.saying((Fact) one))
                        .orElse(entry);
    }

    private ObjectNode fact(LoggedFact entry) {
        Fact kept = ((Received) entry.payload()).fact();
        ObjectNode written = FactJson.write(kept);
        Origin origin = origin(kept, entry.origin());
        if (origin != null) {
            written.put("source", origin.topic());
            if (origin.sealedBy() != null) {
                Optional<ObjectNode> whole = words.apply(origin)
                        .filter(Fact.class::isInstance)
                        .map(one -> FactJson.write(Words.of(kept, (Fact) one)));
                whole.ifPresent(one ->
                        WORDS.stream().filter(one::hasNonNull).forEach(word -> written.set(word, one.get(word))));
                written.put("words", whole.isPresent() ? "as they came" : "erased");
            }
        }
        written.remove(OTHERS);
        if (written.hasNonNull("payerId") && !written.path("payerId").asText().equals(file.id())) {
            written.remove("payerId");
            written.remove(WORDS);
            written.put("payer", "another");
        }
        return written;
    }
}
