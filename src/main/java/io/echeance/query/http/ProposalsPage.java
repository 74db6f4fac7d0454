package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.invoice.Language;
import io.echeance.core.matching.Clues;
import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.Lead;
import io.echeance.core.matching.Leads;
import io.echeance.core.matching.NearNumbers;
import io.echeance.core.matching.UsualPayer;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.Sentence;
import io.echeance.json.RecordJson;
import io.echeance.query.KnownPayment;
import io.echeance.query.LeadInWords;
import io.echeance.query.OrderList;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.serde.record.SuspenseEntry;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /payments/{id}/proposals}: what a payment that waits may be meant for, by what is owed now. Every instance is
 * asked twice: whether the payment waits there, and what of the orders that concern it is unpaid there.
 */
final class ProposalsPage {

    private static final String WAITING = "waiting";
    private static final String KNOWN = "known";
    private static final String STANDINGS = "standings";
    private static final String ASKING = "asking";
    private static final String NAMES = "names";

    private final ScatterGather gathering;

    ProposalsPage(ScatterGather gathering) {
        this.gathering = gathering;
    }

    /** What concerns a payment, as one instance asks another for it. */
    private record Concerned(
            Money amount, Collection<String> orders, Collection<String> payers, Collection<String> near) {

        static Concerned of(PaymentReceived payment, List<Proposal> named, @Nullable UsualPayer usual) {
            String written = payment.named();
            return new Concerned(
                    payment.amount(),
                    named.stream().map(Proposal::orderId).distinct().toList(),
                    Clues.payers(payment, named, usual),
                    written == null ? List.of() : NearNumbers.keys(written));
        }

        static Concerned of(Context request) {
            return new Concerned(
                    Money.of(String.valueOf(request.queryParam("amount"))),
                    request.queryParams("order"),
                    request.queryParams("payer"),
                    request.queryParams("near"));
        }

        String query() {
            return Stream.of(
                            Stream.of("amount=" + amount),
                            parameters("order", orders),
                            parameters("payer", payers),
                            parameters("near", near))
                    .flatMap(Function.identity())
                    .collect(Collectors.joining("&", "?", ""));
        }

        private static Stream<String> parameters(String name, Collection<String> values) {
            return values.stream().map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    Reply proposals(Context request) {
        Asker.of(request).requireAllSellers("money that waits is of no seller yet");
        Asked asked = new Asked(request);
        String paymentId = asked.inPath("id");
        boolean isPassedOn = PeerClient.markOf(request).isPresent();
        if (isPassedOn && request.queryParam("amount") != null) {
            return Reply.of(owed(request, Concerned.of(request)).parts().getFirst());
        }
        asked.only(ScatterGather.PARTIAL);
        Parts waiting = gathering.parts(request, shelves -> waiting(shelves, paymentId), Part.MONEY);
        if (isPassedOn) {
            return Reply.of(waiting.parts().getFirst());
        }
        JsonNode entry = waiting.parts().stream()
                .flatMap(part -> part.path(WAITING).valueStream())
                .findFirst()
                .orElseThrow(() -> notWaiting(waiting));
        PaymentReceived payment = ScatterGather.read(PaymentReceived.class, entry.path("fact"));
        List<Proposal> named = all(Proposal.class, entry.path("proposals"));
        UsualPayer usual =
                entry.hasNonNull("usualPayer") ? ScatterGather.read(UsualPayer.class, entry.path("usualPayer")) : null;
        Parts owed = owed(request, Concerned.of(payment, named, usual));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("paymentId", paymentId).put("amount", payment.amount().toString());
        answer.set("since", entry.path("since"));
        ArrayNode proposals = answer.putArray("proposals");
        Language language = AcceptedLanguage.of(request);
        leads(payment, named, usual, owed)
                .forEach(lead -> proposals.add(RecordJson.write(LeadInWords.of(lead, language))));
        answer.set("partitions", owed.coverage());
        return Reply.of(answer);
    }

    private static Problem notWaiting(Parts waiting) {
        boolean isKnown =
                waiting.parts().stream().anyMatch(part -> part.path(KNOWN).asBoolean());
        Sentence sentence = isKnown
                ? new Sentence(
                        "ce paiement n’attend pas : rien n’est proposé",
                        "this payment does not wait: nothing is proposed")
                : new Sentence("aucun paiement n’a ce numéro", "no payment has this id");
        return new Problem(isKnown ? Kind.NO_SUCH_PAGE : Kind.UNKNOWN_PAYMENT, sentence, null);
    }

    private Parts owed(Context request, Concerned concerned) {
        return gathering.parts(
                request,
                new Question(request, concerned.query(), null),
                shelves -> owed(shelves, concerned),
                Part.MONEY);
    }

    private static List<Lead> leads(
            PaymentReceived payment, List<Proposal> named, @Nullable UsualPayer usual, Parts owed) {
        Set<KnownName> near = new LinkedHashSet<>();
        Set<OrderStanding> standings = new LinkedHashSet<>();
        Set<OrderStanding> asking = new LinkedHashSet<>();
        for (ObjectNode part : owed.parts()) {
            near.addAll(all(KnownName.class, part.path(NAMES)));
            standings.addAll(all(OrderStanding.class, part.path(STANDINGS)));
            asking.addAll(all(OrderStanding.class, part.path(ASKING)));
        }
        return Leads.of(
                payment,
                new Clues(
                        named,
                        List.copyOf(near),
                        List.copyOf(standings),
                        List.copyOf(asking),
                        Clues.payers(payment, named, usual),
                        usual));
    }

    private static ObjectNode waiting(List<PartitionView> shelves, String paymentId) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = own.putArray(WAITING);
        own.put(
                KNOWN,
                shelves.stream().anyMatch(shelf -> shelf.payment(paymentId).isPresent()));
        for (PartitionView shelf : shelves) {
            for (SuspenseEntry entry : shelf.waiting(paymentId)) {
                if (entry.fact() instanceof PaymentReceived payment) {
                    ObjectNode row = rows.addObject();
                    row.set("fact", RecordJson.write(payment));
                    row.put("since", entry.since().toString());
                    ArrayNode proposals = row.putArray("proposals");
                    entry.proposals().forEach(proposal -> proposals.add(RecordJson.write(proposal)));
                    shelf.payment(paymentId)
                            .map(KnownPayment::usualPayer)
                            .ifPresent(usual -> row.set("usualPayer", RecordJson.write(usual)));
                }
            }
        }
        return own;
    }

    private static ObjectNode owed(List<PartitionView> shelves, Concerned concerned) {
        Set<OrderStanding> standings = new LinkedHashSet<>();
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ArrayNode names = own.putArray(NAMES);
        ArrayNode asking = own.putArray(ASKING);
        for (PartitionView shelf : shelves) {
            shelf.page(new OrderList.Asking(null, concerned.amount()), null, Clues.MOST_ASKING + 1)
                    .contents()
                    .forEach(standing -> asking.add(RecordJson.write(standing)));
            concerned
                    .payers()
                    .forEach(payer ->
                            standings.addAll(shelf.page(new OrderList.OwedBy(null, payer), null, Clues.MOST_ASKING)
                                    .contents()));
            for (String order : concerned.orders()) {
                OrderStanding standing = shelf.standing(order);
                if (standing != null) {
                    standings.add(standing);
                }
            }
            concerned.near().stream()
                    .flatMap(key -> shelf.alike(key).stream())
                    .filter(name -> name.asksFor(concerned.amount()))
                    .forEach(name -> names.add(RecordJson.write(name)));
        }
        ArrayNode rows = own.putArray(STANDINGS);
        standings.forEach(standing -> rows.add(RecordJson.write(standing)));
        return own;
    }

    private static <T extends Record> List<T> all(Class<T> type, JsonNode rows) {
        List<T> all = new ArrayList<>();
        rows.forEach(row -> all.add(ScatterGather.read(type, row)));
        return all;
    }
}
