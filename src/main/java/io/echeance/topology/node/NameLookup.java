package io.echeance.topology.node;

import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.PaymentReferences;
import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.matching.Question;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.ReferenceAnswer;
import io.echeance.serde.record.ReferenceAnswer.NameAnswered;
import io.echeance.serde.record.ReferenceNews;
import io.echeance.serde.record.ReferenceNews.PayerForgotten;
import io.echeance.serde.record.ReferenceNews.ReferenceAsked;
import io.echeance.serde.record.ReferenceNews.ReferenceForgotten;
import io.echeance.serde.record.ReferenceNews.ReferenceKnown;
import io.echeance.serde.record.RuleNews;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.References;
import io.echeance.topology.store.StateStores;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Knows what orders, documents and numbers are called, each where its key is known, and answers payments that may name
 * them: at once, and again as soon as a name of that key becomes known.
 *
 * <p>A day comes here behind the questions of the day, and behind what the accounts made of its facts, as often as it
 * goes round. Behind the answers it goes on to the payments, and says whether somebody who waited was answered. By then
 * all orders of the day are known: whoever decided about one that is not among them is told so.
 */
public final class NameLookup implements Processor<String, ReferenceNews, String, ReferenceAnswer> {

    private final int partitions;
    private ProcessorContext<String, ReferenceAnswer> context;
    private DayBarrier payments;
    private DayBarrier accounts;
    private DayBarrier again;
    private PaymentReferences book;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private NameLookup(int partitions) {
        this.partitions = partitions;
    }

    public static ProcessorSupplier<String, ReferenceNews, String, ReferenceAnswer> node(int partitions) {
        return Node.of(
                () -> new NameLookup(partitions),
                StateStores.barrier(StateStores.REFERENCES_BARRIER),
                StateStores.texts(StateStores.REFERENCES),
                StateStores.alikeNames(StateStores.ALIKE),
                StateStores.accountMemory(StateStores.ACCOUNT_MEMORY),
                StateStores.keys(StateStores.ASKERS),
                StateStores.keys(StateStores.CLOSING_ASKERS));
    }

    @Override
    public void init(ProcessorContext<String, ReferenceAnswer> context) {
        this.context = context;
        this.payments = barrier("payments", Stage.PAYMENTS);
        this.accounts = barrier("accounts", Stage.NAMES, Stage.ASKED);
        this.again = barrier("again", Stage.ASKED_AGAIN);
        this.book = new PaymentReferences(new References(
                context.getStateStore(StateStores.REFERENCES),
                context.getStateStore(StateStores.ALIKE),
                context.getStateStore(StateStores.ACCOUNT_MEMORY),
                context.getStateStore(StateStores.ASKERS),
                context.getStateStore(StateStores.CLOSING_ASKERS)));
    }

    private DayBarrier barrier(String row, Stage... stages) {
        return new DayBarrier(
                context.getStateStore(StateStores.REFERENCES_BARRIER), row, DayMarker.channels(partitions, stages));
    }

    private DayBarrier barrierOf(Stage stage) {
        return switch (stage) {
            case PAYMENTS -> payments;
            case NAMES, ASKED -> accounts;
            case ASKED_AGAIN -> again;
            case INTAKE, REFERENCES, MATCHING, ACCOUNTS, APPEARED, SUSPENSE, NUMBERING, CLOSED ->
                throw new IllegalStateException("no marker of this part comes here: " + stage);
        };
    }

    @Override
    public void process(Record<String, ReferenceNews> record) {
        String key = record.key();
        long timestamp = record.timestamp();
        switch (record.value()) {
            case ReferenceAsked(String paymentId, String factId, var exact, boolean whoPays, var closesOn) -> {
                Question question = new Question(key, exact, whoPays, closesOn);
                Answer answer = book.ask(question, new Asker(paymentId, factId));
                if (KnownName.isOfAccount(key) && !answer.names().isEmpty()) {
                    found(List.of(answer), timestamp); // Whoever paid may have orders, which are asked for next.
                } else {
                    answer(answer, timestamp);
                }
            }
            case ReferenceForgotten(String paymentId, String factId) -> book.forget(key, new Asker(paymentId, factId));
            case ReferenceKnown(KnownName known) -> found(book.learn(known), timestamp);
            case RuleNews news -> {
                if (news.partition() == context.taskId().partition()) {
                    context.forward(new Record<>(key, news, timestamp));
                }
            }
            case PayerForgotten(String payer) -> found(book.forget(payer), timestamp);
            case DayMarker marker -> {
                barrierOf(marker.stage()).arrive(marker, timestamp);
                goOn(timestamp);
            }
        }
    }

    /** Of a further round, what was asked in the one before it has to be here too. */
    private void goOn(long timestamp) {
        payments.passAll(day -> passOn(day, Stage.REFERENCES));
        again.passAll(day -> {});
        Announced day = accounts.next();
        while (day != null && (day.round() == DayMarker.FIRST || !again.isAhead(day))) {
            accounts.pass(day);
            found(book.close(day.date()), timestamp);
            passOn(day, Stage.APPEARED);
            day = accounts.next();
        }
    }

    /** Somebody who waited is answered: the day goes round once more. */
    private void found(List<Answer> answers, long timestamp) {
        answers.forEach(answer -> {
            answer(answer, timestamp);
            accounts.note();
        });
    }

    private void answer(Answer answer, long timestamp) {
        NameAnswered answered = new NameAnswered(answer.asker().factId(), answer.key(), answer.names(), answer.waits());
        context.forward(new Record<>(answer.asker().paymentId(), answered, timestamp));
    }

    private void passOn(Announced day, Stage stage) {
        int partition = context.taskId().partition();
        boolean found = stage == Stage.APPEARED && accounts.takeNews();
        DayMarker marker = new DayMarker(day.date(), stage, partition, day.round(), found);
        context.forward(new Record<>(LogPartitioner.key(partition), marker, day.at()));
        context.commit();
    }
}
