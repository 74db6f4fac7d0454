package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every instance for its part of a list, all at once, and says which partitions the answers cover. */
final class ScatterGather {

    private static final Logger LOG = LoggerFactory.getLogger(ScatterGather.class);

    /** The parameter with which an answer may leave out what moves just now. */
    static final String PARTIAL = "partial";

    private static final String PARTITIONS = "partitions";
    private static final String ANSWERED = "answered";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Shelves shelves;
    private final PeerClient hop;
    private final ExecutorService executor;

    /** The parts of one answer, and what they cover. */
    record Parts(List<ObjectNode> parts, ObjectNode coverage) {}

    ScatterGather(Shelves shelves, PeerClient hop, ExecutorService executor) {
        this.shelves = shelves;
        this.hop = hop;
        this.executor = executor;
    }

    /**
     * @param part of the shelves of one instance
     * @throws Problem if partitions are missing, unless the asker does not mind
     */
    Parts parts(Context request, Function<List<PartitionView>, ObjectNode> part, Part... more) {
        return parts(request, new Question(request, null), part, more);
    }

    /**
     * @param question what the others are asked
     * @param more what the answer is made of besides orders: that has to be there whole too
     */
    Parts parts(Context request, Question question, Function<List<PartitionView>, ObjectNode> part, Part... more) {
        boolean whole = PeerClient.markOf(request).isEmpty();
        try {
            List<Future<Optional<ObjectNode>>> asked = whole ? askOthers(question) : List.of();
            List<ObjectNode> parts = new ArrayList<>();
            List<PartitionView> here =
                    SellersView.of(more.length == 0 ? shelves.here() : shelves.allHere(), Asker.of(request));
            ObjectNode own = part.apply(here);
            cover(own.putArray(PARTITIONS), here, Part.ORDERS);
            for (Part one : more) {
                cover(own.putArray(one.name()), here, one);
            }
            parts.add(own);
            for (Future<Optional<ObjectNode>> other : asked) {
                other.get().ifPresent(parts::add);
            }
            boolean partial = !whole || new Asked(request).isTrue(PARTIAL);
            ObjectNode coverage = covered(parts, PARTITIONS, partial);
            for (Part one : more) {
                JsonNode answered = covered(parts, one.name(), partial).get(ANSWERED);
                if (!whole) {
                    coverage.set(one.name(), answered);
                }
            }
            return new Parts(parts, coverage);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        } catch (ExecutionException e) {
            LOG.warn("What another instance answers makes no sense.", e);
            throw new Problem(Kind.MOVING, "another instance gives no answer that makes sense");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Kind.MOVING, "this instance is stopping");
        }
    }

    /** What another instance has written. */
    static <R extends Record> R read(Class<R> type, JsonNode written) {
        try {
            return RecordJson.read(type, (ObjectNode) written);
        } catch (Unreadable e) {
            throw new Problem(
                    Kind.MOVING, "another instance gives a different answer: the instances are of different versions");
        }
    }

    private List<Future<Optional<ObjectNode>>> askOthers(Question question) throws TemporarilyUnavailable {
        List<Future<Optional<ObjectNode>>> asked = new ArrayList<>();
        for (Address instance : shelves.others()) {
            Callable<Optional<ObjectNode>> call = () -> ask(instance, question);
            asked.add(executor.submit(call));
        }
        return asked;
    }

    private Optional<ObjectNode> ask(Address instance, Question question) throws Unreadable {
        Optional<Reply> reply = hop.ask(instance, question, PeerClient.ACTIVE, PATIENCE);
        if (reply.isEmpty() || reply.get().status() != OK) {
            return Optional.empty();
        }
        String text = new String(reply.get().body(), StandardCharsets.UTF_8);
        return Optional.of((ObjectNode) RecordJson.parse(text));
    }

    private static void cover(ArrayNode covered, List<PartitionView> here, Part part) {
        here.stream().filter(shelf -> shelf.parts().contains(part)).forEach(shelf -> covered.add(shelf.partition()));
    }

    /** @param what of the parts says which partitions it covers */
    private ObjectNode covered(List<ObjectNode> parts, String what, boolean partial) {
        Set<Integer> answered = new TreeSet<>();
        for (ObjectNode part : parts) {
            JsonNode said =
                    part.has(what) ? part.path(what) : part.path(PARTITIONS).path(what);
            for (JsonNode partition : said.has(ANSWERED) ? said.path(ANSWERED) : said) {
                if (!answered.add(partition.asInt())) {
                    throw new Problem(Kind.MOVING, "partition " + partition.asInt() + " moves between instances");
                }
            }
        }
        Set<Integer> missing = new TreeSet<>();
        for (int partition = 0; partition < shelves.partitions(); partition++) {
            if (!answered.contains(partition)) {
                missing.add(partition);
            }
        }
        if (!missing.isEmpty() && !partial) {
            throw new Problem(
                    Kind.MOVING,
                    "nobody answers for the partitions " + missing + "; with partial=true you get the rest");
        }
        ObjectNode coverage = JsonNodeFactory.instance.objectNode();
        ArrayNode yes = coverage.putArray(ANSWERED);
        answered.forEach(yes::add);
        ArrayNode no = coverage.putArray("missing");
        missing.forEach(no::add);
        return coverage;
    }
}
