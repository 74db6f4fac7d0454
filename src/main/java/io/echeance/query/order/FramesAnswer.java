package io.echeance.query.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Frame;
import io.echeance.core.order.Output;
import io.echeance.json.OutputJson;
import io.echeance.json.RecordJson;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order's story: how it looked on each morning on which it looked otherwise, and what had happened by then. */
public record FramesAnswer(AccountView held) {

    /** Frames of one order; the earliest beyond it are left out. */
    public static final int MOST = 1_000;

    private static final List<String> SHOWN =
            List.of("on", "topic", "kind", "id", "payer", "step", "gross", "principal", "amount", "refundId", "hold");

    /**
     * @param from the first morning that is shown; null: from the beginning
     * @param until the last one; null: today. Beyond today: what comes if nothing else reaches us
     * @param knownOn only with what had reached us by that day; null: with all of it
     */
    public ObjectNode frames(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable LocalDate knownOn) {
        ObjectNode answer = OrderAnswer.head(held, held.today());
        if (knownOn != null) {
            answer.put("knownOn", knownOn.toString());
        }
        List<Frame> frames = of(from, until, knownOn);
        ArrayNode shown = answer.putArray("frames");
        frames.stream().skip(Math.max(0, frames.size() - MOST)).forEach(frame -> shown.add(written(frame)));
        return answer.put("more", frames.size() > MOST);
    }

    private List<Frame> of(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable LocalDate knownOn) {
        LocalDate last = until == null ? held.today() : until;
        return held.retelling().frames(held.mornings(), knownOn, last).stream()
                .filter(frame -> from == null || !frame.day().isBefore(from))
                .toList();
    }

    private ObjectNode written(Frame frame) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("day", frame.day().toString());
        ArrayNode came = written.putArray("came");
        frame.came()
                .forEach(received -> came.add(OrderAnswer.withWords(held, received.fact())
                        .put("knownOn", received.knownOn().toString())));
        ArrayNode said = written.putArray("said");
        frame.said().forEach(output -> said.add(shortened(output)));
        ArrayNode payers = written.putArray("payers");
        frame.statement().payers().forEach(payer -> payers.add(RecordJson.write(payer)));
        ArrayNode holds = written.putArray("holds");
        frame.statement().holds().forEach(holds::add);
        return written;
    }

    private static ObjectNode shortened(Output output) {
        return OutputJson.write(output).retain(SHOWN);
    }
}
