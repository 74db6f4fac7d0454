package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person who may ask, by the id only.
 *
 * @param erasure null: nothing is known of the person
 * @param payments that were said to be the person's, though they name no payer
 * @param certificate of what was just erased, or looked at again; empty: nothing was
 * @param refusal why nothing was erased; null: nobody tried
 */
public record PersonView(
        String id,
        LocalDate today,
        List<Request> requests,
        @Nullable Erasure erasure,
        List<String> payments,
        List<String> certificate,
        @Nullable String refusal) {

    static PersonView of(
            JsonNode person,
            @Nullable JsonNode erasure,
            List<String> payments,
            List<String> certificate,
            @Nullable String refusal) {
        return new PersonView(
                person.path("person").asText(),
                LocalDate.parse(person.path("today").asText()),
                Request.all(person),
                erasure == null ? null : Erasure.of(erasure),
                payments,
                certificate,
                refusal);
    }

    /** Whether what was asked for holds now: {@code RESTRICTION} or {@code OBJECTION}. */
    public boolean holds(String right) {
        return requests.stream().anyMatch(one -> one.inForce() && one.right().equals(right));
    }

    /**
     * What was asked for.
     *
     * @param outcome of the last answer; empty: there is none
     * @param answeredOn null: there is none
     */
    public record Request(
            String asked,
            String seller,
            String customer,
            String right,
            LocalDate on,
            LocalDate dueOn,
            boolean extended,
            boolean overdue,
            boolean inForce,
            String outcome,
            @Nullable LocalDate answeredOn) {

        static List<Request> all(JsonNode answer) {
            List<Request> all = new ArrayList<>();
            answer.path("requests").forEach(row -> all.add(of(row)));
            return all;
        }

        private static Request of(JsonNode row) {
            return new Request(
                    row.path("asked").asText(),
                    row.path("seller").asText(),
                    row.path("customer").asText(),
                    row.path("right").asText(),
                    LocalDate.parse(row.path("on").asText()),
                    LocalDate.parse(row.path("dueOn").asText()),
                    row.path("extended").asBoolean(),
                    row.path("overdue").asBoolean(),
                    row.path("inForce").asBoolean(),
                    row.path("outcome").asText(),
                    row.hasNonNull("answeredOn")
                            ? LocalDate.parse(row.path("answeredOn").asText())
                            : null);
        }

        public boolean isOpen() {
            return outcome.isEmpty() || extended;
        }

        /** What may be said about it now; empty: all is said. */
        public List<String> outcomes() {
            if (isOpen()) {
                return List.of("GRANTED", "REFUSED", "EXTENDED");
            }
            return inForce ? List.of("LIFTED") : List.of();
        }
    }

    /**
     * What an erasure takes and leaves.
     *
     * @param lines why it is refused, or where something still lies
     */
    public record Erasure(String state, List<String> lines, boolean party, int keys, List<Kept> stays) {

        static Erasure of(JsonNode answer) {
            List<Kept> stays = new ArrayList<>();
            answer.path("stays").forEach(one -> stays.add(Kept.of(one)));
            return new Erasure(
                    answer.path("state").asText(),
                    texts(answer.path("lines")),
                    answer.path("goes").path("party").asBoolean(),
                    answer.path("goes").path("keys").asInt(),
                    stays);
        }

        /** Whether something stands against it. */
        public boolean isRefused() {
            return state.equals("BUSINESS_OPEN");
        }

        /** Whether it could be done now. */
        public boolean isPossible() {
            return state.equals("KEPT");
        }

        /** Whether it was done, and only its proof can be asked for. */
        public boolean isDone() {
            return state.equals("PENDING") || state.equals("ERASED");
        }
    }

    /** @param untilOn null: it is not a day */
    public record Kept(
            String what, String why, String until, @Nullable LocalDate untilOn) {

        private static Kept of(JsonNode row) {
            return new Kept(
                    row.path("what").asText(),
                    row.path("why").asText(),
                    row.path("until").asText(),
                    row.hasNonNull("untilOn")
                            ? LocalDate.parse(row.path("untilOn").asText())
                            : null);
        }
    }

    /**
     * A form about a person.
     *
     * @param request what is answered; null: something is asked for
     * @param entered what stood in the form; refusal: why it was not taken, or null
     */
    public record Tell(
            String id,
            LocalDate today,
            @Nullable Request request,
            List<String> sellers,
            Map<String, String> entered,
            @Nullable String refusal) {

        public String value(String field, String otherwise) {
            return entered.getOrDefault(field, otherwise);
        }
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
