package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.Sentence;
import io.echeance.query.command.BankDesk;
import io.echeance.query.command.BankDesk.BookedStatement;
import io.echeance.query.command.BankDesk.Outcome;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /bank/files}: a file of a bank, taken whole or not at all, or an archive of such. One at a time: whoever
 * comes meanwhile is asked to come again. The same file again changes nothing.
 */
final class BankPage {

    static final String MEDIA_TYPE = "application/octet-stream";

    /** Longest file: some ten thousand entries of camt.053. */
    static final int MOST_BYTES = 8 << 20;

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");

    private final BankDesk desk;
    private final Limits limits;
    private final ReentrantLock counter = new ReentrantLock();

    BankPage(BankDesk desk, Limits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    static Limits ofFiles(Limits limits) {
        return limits.withBody(MOST_BYTES);
    }

    Reply take(Context request, Asker asker) {
        asker.requireAllSellers("a bank's file may be about any seller");
        new Asked(request).only();
        byte[] file = Body.bytes(request, limits, MEDIA_TYPE);
        if (!counter.tryLock()) {
            throw new Problem(Kind.BUSY, "another file is being taken in");
        }
        try {
            return answer(desk.take(file), file, asker);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence() + "; the same file again does no harm");
        } finally {
            counter.unlock();
        }
    }

    private static Reply answer(Outcome outcome, byte[] file, Asker asker) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                audit(file, asker, accepted.statements().size() + " statements");
                yield Reply.of(json(accepted));
            }
            case Outcome.NotAccepted(String reason, String sentence) -> {
                audit(file, asker, reason);
                throw new Problem(Kind.REFUSED, Sentence.same(sentence), reason);
            }
        };
    }

    private static ObjectNode json(Outcome.Accepted accepted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode statements = answer.putArray("statements");
        for (BookedStatement one : accepted.statements()) {
            statements
                    .addObject()
                    .put("file", one.file())
                    .put("statement", one.statement())
                    .put("place", one.place())
                    .put("payments", one.payments())
                    .put("returns", one.returns())
                    .put("leftAside", one.leftAside())
                    .put("sentence", one.sentence());
        }
        ArrayNode details = answer.putArray("details");
        accepted.details().forEach(details::add);
        ArrayNode refused = answer.putArray("refused");
        accepted.refused().forEach(refused::add);
        return answer;
    }

    /** Of the file only what tells it from others: its text names people. */
    private static void audit(byte[] file, Asker asker, String outcome) {
        CRC32 sum = new CRC32();
        sum.update(file);
        AUDIT.info(
                "command=bank-file bytes={} crc32={} by={} outcome={}",
                file.length,
                HexFormat.of().toHexDigits(sum.getValue(), 8),
                asker.name(),
                outcome);
    }
}
