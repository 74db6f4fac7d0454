package io.echeance.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.StatementBooks;
import io.echeance.app.cluster.Submission;
import io.echeance.bank.StatementFacts;
import io.echeance.bank.StatementFiles;
import io.echeance.bank.StatementFiles.Found;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.matching.BankWords;
import io.echeance.core.order.Fact;
import io.echeance.core.terms.Terms;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the demo tells the stream: the four sellers' terms, the rates, the parties, and a year and a half of facts, each
 * on the day on which it becomes known. All of it is invented but the terms and the rates.
 */
public final class Sample {

    private static final String FACTS = "/demo/facts.jsonl";
    private static final String PARTIES = "/demo/parties.jsonl";

    /** A statement for each day on which money came; one seller's bank delivers camt.053, the other's CFONB 120. */
    private static final List<String> BANKS = List.of("/demo/bank/technolowgic.xml", "/demo/bank/hexagone.txt");

    /** The last day that is played unless one is named. */
    public static final LocalDate END = LocalDate.of(2026, 12, 31);

    /** Is published on the first day; the pages ask for it. */
    static final String FIRST_ORDER = "H-34";

    /** What reaches us from others than banks. */
    private final SortedMap<LocalDate, List<Fact>> facts = new TreeMap<>();

    private final SortedMap<LocalDate, List<Found>> statements = new TreeMap<>();
    private final SortedMap<LocalDate, List<Fact>> money = new TreeMap<>();

    private Sample() {}

    public static Sample bundled() {
        Sample sample = new Sample();
        for (JsonNode line : lines(FACTS)) {
            if (FactJson.parse(line, "") instanceof Parsed.Received(Fact fact)) {
                LocalDate knownOn = line.has("knownOn")
                        ? LocalDate.parse(line.path("knownOn").asText())
                        : fact.on();
                sample.facts.computeIfAbsent(knownOn, day -> new ArrayList<>()).add(fact);
            } else {
                throw new IllegalStateException(FACTS + ": " + line);
            }
        }
        sample.readStatements();
        return sample;
    }

    private void readStatements() {
        List<String> sellers =
                TermPacks.bundled().all().stream().map(Terms::seller).toList();
        for (String bank : BANKS) {
            StatementFiles files = StatementFiles.read(Map.of(bank, bytes(bank)));
            if (!files.refused().isEmpty()) {
                throw new IllegalStateException(files.refused().toString());
            }
            for (Found found : files.found()) {
                StatementFacts read = StatementFacts.of(found.statement(), Set.of(), BankWords.letters(sellers), true);
                LocalDate day = Objects.requireNonNull(
                        Objects.requireNonNull(found.statement().balances()).closingOn());
                statements.computeIfAbsent(day, none -> new ArrayList<>()).add(found);
                money.computeIfAbsent(day, none -> new ArrayList<>()).addAll(read.facts());
            }
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream file = Objects.requireNonNull(Sample.class.getResourceAsStream(resource))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> lines(String resource) {
        try {
            List<JsonNode> nodes = new ArrayList<>();
            String text = new String(bytes(resource), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                nodes.add(RecordJson.parse(line));
            }
            return nodes;
        } catch (Unreadable e) {
            throw new IllegalStateException(resource, e);
        }
    }

    public LocalDate firstDay() {
        return facts.firstKey();
    }

    /** What becomes known on a day, in order: what banks' statements say comes last. */
    public List<Fact> receivedOn(LocalDate day) {
        List<Fact> all = new ArrayList<>(publishedOn(day));
        all.addAll(money.getOrDefault(day, List.of()));
        return all;
    }

    /** What is published as it is. */
    List<Fact> publishedOn(LocalDate day) {
        return facts.getOrDefault(day, List.of());
    }

    /** What the banks have booked, as it is posted when their statements are taken in. */
    public List<LedgerEntry> bookedByBanks() {
        Set<String> sellers =
                TermPacks.bundled().all().stream().map(Terms::seller).collect(Collectors.toSet());
        List<Party> parties = new ArrayList<>();
        for (Entry entry : reference()) {
            if (entry.value() instanceof Party party) {
                parties.add(party);
            }
        }
        StatementBooks books = new StatementBooks(parties, sellers);
        return statements.values().stream()
                .flatMap(List::stream)
                .flatMap(found -> books.of(found.statement(), Set.of()).stream())
                .toList();
    }

    /** The statements of a day, which are taken in as a user's are. */
    List<Found> statementsOn(LocalDate day) {
        return statements.getOrDefault(day, List.of());
    }

    /** All that becomes known by the end of a day, in order. */
    public List<Fact> receivedBy(LocalDate day) {
        return firstDay()
                .datesUntil(day.plusDays(1))
                .flatMap(one -> receivedOn(one).stream())
                .toList();
    }

    /** Terms, rates and parties. */
    public List<Entry> reference() {
        List<Entry> reference = new ArrayList<>();
        for (Terms terms : TermPacks.bundled().all()) {
            reference.add(new Entry(Topic.TERMS, terms.id(), terms));
        }
        StatutoryRatesFile.bundled()
                .all()
                .forEach(row -> reference.add(
                        new Entry(Topic.STATUTORY_RATES, row.semester().toString(), row)));
        for (JsonNode party : lines(PARTIES)) {
            try {
                reference.add(Submission.entry(Topic.PARTIES, party));
            } catch (Unreadable e) {
                throw new IllegalStateException(PARTIES + ": " + party, e);
            }
        }
        return reference;
    }
}
