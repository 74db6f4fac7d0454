package io.echeance.app.cluster;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.StatementImport.Outcome;
import io.echeance.app.cluster.StatementImport.Recurring;
import io.echeance.app.cluster.StatementImport.Taken;
import io.echeance.app.cluster.TakenStatements.Judged;
import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.bank.AccountMarks;
import io.echeance.bank.BankStatement;
import io.echeance.bank.NotifiedBatch;
import io.echeance.bank.StatementFacts;
import io.echeance.bank.StatementFiles;
import io.echeance.bank.StatementFiles.Found;
import io.echeance.bank.StatementFiles.Refused;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files that are handed over together, and what is to be written of them: each is taken whole or not at all, whatever
 * becomes of the others. What a notification tells of a batch is refused by itself.
 */
final class HandOver {

    private static final String CONTRADICTS = "CONTRADICTS_WHAT_WAS_TAKEN";
    private static final String MAY_BE_NEW = "MAY_BE_NEW_MONEY";
    private static final String TOO_LATE = "DETAILS_COME_TOO_LATE";

    private final TakenStatements taken;
    private final Set<String> series;
    private final StatementBooks books;
    private final PayerByName payers;
    private final @Nullable MasterKey master;
    private final Recurring recurring;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Taken> done = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * @param taken before; it learns of what is taken
     * @param series the letters that numbers of documents begin with
     * @param master under which accounts are marked that money came from; null: nothing is told of them
     */
    HandOver(
            TakenStatements taken,
            Set<String> series,
            StatementBooks books,
            PayerByName payers,
            @Nullable MasterKey master,
            Recurring recurring) {
        this.taken = taken;
        this.series = series;
        this.books = books;
        this.payers = payers;
        this.master = master;
        this.recurring = recurring;
    }

    Outcome take(StatementFiles files) {
        refused.addAll(files.refused());
        Map<String, List<Found>> byFile = new LinkedHashMap<>();
        for (Found found : files.independent()) {
            byFile.computeIfAbsent(found.file(), first -> new ArrayList<>()).add(found);
        }
        byFile.values().stream()
                .sorted(Comparator.comparing(HandOver::firstDay))
                .forEach(this::takeFile);
        files.batches().forEach(this::tell);
        return new Outcome(done, details, refused);
    }

    /** However files are named, a return comes behind what it takes back. */
    private static LocalDate firstDay(List<Found> file) {
        return file.stream()
                .flatMap(found -> found.statement().entries().stream())
                .map(entry -> entry.movement().bookedOn())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** To be written in one transaction. */
    List<Entry> entries() {
        return entries;
    }

    /** Of a batch that counts as one payment already, its payments would count once more: they take its place. */
    private void tell(NotifiedBatch batch) {
        BookedBatch booked = taken.booked(batch);
        if (booked.asOne().isEmpty()) {
            if (booked.inParts() == 0) {
                refused.add(tooEarly(batch));
            }
            return;
        }
        if (batch.isOne()) {
            if (booked.asOne().stream().anyMatch(TakenEntry::bare)) {
                refused.add(tooLate(batch, booked));
            }
            return; // Else the statement tells what it tells.
        }
        String payment = booked.line().orElse(null);
        if (payment == null || !batch.arePayments()) {
            refused.add(tooLate(batch, booked));
            return;
        }
        PaymentDetailed fact = StatementFacts.details(batch, payment, series, payers);
        Refusal refusal = Admission.atTheDoor(fact);
        if (refusal != null) {
            refused.add(new Refused(batch.file(), refusal.reason().name(), batch.place() + ": " + refusal.sentence()));
            return;
        }
        entries.add(new Entry(Topic.PAYMENTS, Submission.key(fact), fact));
        details.add(("%s, %s: the %d payments of %s on %s take the place of %s when the day is closed, if that waits"
                        + " whole by then")
                .formatted(
                        batch.file(), batch.place(), fact.details().size(), batch.amount(), batch.bookedOn(), payment));
    }

    private static Refused tooEarly(NotifiedBatch batch) {
        return new Refused(
                batch.file(),
                StatementImport.TOO_EARLY,
                "%s: no statement that was taken books %s on %s, nothing is kept of %s: hand it over again with that"
                        .formatted(
                                batch.place(),
                                batch.amount(),
                                batch.bookedOn(),
                                batch.isOne()
                                        ? "what it tells"
                                        : "the %d details"
                                                .formatted(batch.details().size())));
    }

    private static Refused tooLate(NotifiedBatch batch, BookedBatch booked) {
        if (batch.isOne()) {
            String sentence = "%s: %s on %s was taken before without what this tells of it, as %s: a person looks"
                    .formatted(batch.place(), batch.amount(), batch.bookedOn(), ids(booked));
            return new Refused(batch.file(), TOO_LATE, sentence);
        }
        String sentence = "%s: the %d payments of %s on %s were taken as one before, %s%s: a person divides that"
                .formatted(
                        batch.place(),
                        batch.details().size(),
                        batch.amount(),
                        batch.bookedOn(),
                        ids(booked),
                        booked.inParts() > 0 ? ", or as those payments" : "");
        return new Refused(batch.file(), TOO_LATE, sentence);
    }

    private static String ids(BookedBatch booked) {
        return booked.asOne().stream().map(TakenEntry::id).collect(Collectors.joining(" or "));
    }

    private void takeFile(List<Found> statements) {
        List<Entry> written = new ArrayList<>();
        List<Taken> sentences = new ArrayList<>();
        List<TakenStatement> added = new ArrayList<>();
        List<TakenStatement> before = new ArrayList<>();
        for (Found read : statements) {
            Found found = read;
            Judged judged = taken.judge(found.dialect(), found.statement());
            if (taken.recursIn(before, read.dialect(), read.statement())
                    || judged.place() == Place.RECURS && recurring == Recurring.COUNT_AGAIN) {
                found = new Found(read.file(), read.dialect(), taken.again(read.dialect(), read.statement()));
                judged = taken.judgeAgain(found.dialect(), found.statement());
            }
            Refused no = take(found, judged, written, sentences);
            if (no != null) {
                taken.forget(added);
                refused.add(no);
                return;
            }
            before.add(judged.statement());
            if (judged.place() != Place.KNOWN) {
                taken.add(judged.statement());
                added.add(judged.statement());
            }
        }
        entries.addAll(written);
        done.addAll(sentences);
    }

    /** @return why not; null: it is to be written */
    private @Nullable Refused take(Found found, Judged judged, List<Entry> written, List<Taken> sentences) {
        BankStatement statement = found.statement();
        String named = "statement " + statement.id() + ": ";
        if (judged.contradiction() != null) {
            return new Refused(found.file(), CONTRADICTS, named + judged.contradiction());
        }
        if (judged.place() == Place.RECURS) {
            return new Refused(found.file(), MAY_BE_NEW, named + judged.sentence());
        }
        if (judged.place() == Place.KNOWN) {
            sentences.add(new Taken(found.file(), statement.id(), Place.KNOWN, 0, 0, 0, judged.sentence()));
            return null;
        }
        String seller = books.sellerOf(statement.account()).orElse(null);
        StatementFacts facts = StatementFacts.of(statement, judged.known(), series, seller != null)
                .takingBack(judged.statement().takenBack())
                .by(payers, statement);
        MasterKey own = master;
        if (own != null) {
            String holder = seller == null ? statement.account() : seller;
            facts = facts.from(new AccountMarks(account -> own.digestOf(holder, account)), statement);
        }
        for (PaymentFact fact : facts.facts()) {
            Refusal refusal = Admission.atTheDoor(fact);
            if (refusal != null) {
                return new Refused(
                        found.file(), refusal.reason().name(), "entry " + fact.factId() + ": " + refusal.sentence());
            }
            written.add(new Entry(Topic.PAYMENTS, Submission.key(fact), fact));
        }
        books.of(statement, judged.known())
                .forEach(posted -> written.add(new Entry(Topic.LEDGER_ENTRIES, posted.orderId(), posted)));
        written.add(new Entry(
                Topic.BANK_STATEMENTS, statement.account(), judged.statement().bookedBy(seller, judged.known())));
        sentences.add(taken(found, judged, facts));
        return null;
    }

    private static Taken taken(Found found, Judged judged, StatementFacts facts) {
        int payments = (int)
                facts.facts().stream().filter(PaymentReceived.class::isInstance).count();
        int returns = facts.facts().size() - payments;
        String sentence = payments + (payments == 1 ? " payment, " : " payments, ") + returns
                + (returns == 1 ? " return, " : " returns, ") + facts.leftAside() + " left aside; "
                + judged.sentence();
        return new Taken(
                found.file(), found.statement().id(), judged.place(), payments, returns, facts.leftAside(), sentence);
    }
}
