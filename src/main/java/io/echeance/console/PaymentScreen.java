package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.query.KnownPayment;
import io.echeance.query.LeadInWords;
import io.echeance.query.http.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /console/payments/{id}}: where all of a payment goes, wherever it is: to several orders, aside, back into
 * suspense, with what a bank kept of it. What is entered is added up as one types; a button does so without script.
 */
final class PaymentScreen {

    private static final int REFUSED = 422;

    private PaymentScreen() {}

    static Screen ask(Visit visit) {
        PaymentForm form = PaymentForm.proposed(
                visit.id("id"), known(visit), Doors.back(back(visit.asked("back"))), Visit.newKey());
        return screen(visit, form, leads(visit, form));
    }

    /** Null: it is taken, and the person goes on. */
    static @Nullable Screen send(Visit visit, Form form) {
        if (form.text("step").equals("look")) {
            return again(visit, form, null, form.key());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!form.text("step").equals("undo")) {
            fill(body, form);
        }
        Optional<String> refusal = SuspenseScreen.decide(visit, form, body);
        return refusal.isEmpty()
                ? null
                : again(visit, form, refusal.get(), Visit.newKey()).withStatus(REFUSED);
    }

    private static Screen again(Visit visit, Form form, @Nullable String refusal, String key) {
        return screen(
                visit,
                PaymentForm.entered(
                        visit.id("id"), known(visit), form, refusal, Doors.back(back(form.text("back"))), key),
                List.of());
    }

    private static String back(String asked) {
        return asked.isEmpty() ? "/console/suspense" : asked;
    }

    private static Screen screen(Visit visit, PaymentForm form, List<LeadInWords> leads) {
        String title = visit.words().say("payment.title", form.id());
        return Screen.of("payment", title, "suspense", Map.of("form", form, "offers", Offer.of(leads, form.known())));
    }

    /** What money that waits may be meant for, by what is owed now. */
    private static List<LeadInWords> leads(Visit visit, PaymentForm form) {
        List<LeadInWords> leads = new ArrayList<>();
        if (form.known().waits()) {
            JsonNode answer = visit.desk().get("/payments/" + Desk.part(form.id()) + "/proposals");
            answer.path("proposals").forEach(one -> leads.add(Desk.read(LeadInWords.class, one)));
        }
        return leads;
    }

    private static KnownPayment known(Visit visit) {
        if (!visit.visitor().may(Right.CASH)) {
            throw new Trouble(403, "");
        }
        JsonNode answer = visit.desk().get("/payments/" + Desk.part(visit.id("id")));
        KnownPayment known = Desk.read(KnownPayment.class, answer.path("payment"));
        if (known.payment() instanceof PaymentReceived) {
            return known;
        }
        throw new Trouble(404, "");
    }

    private static void fill(ObjectNode body, Form form) {
        for (PaymentForm.Part part : PaymentForm.parts(form)) {
            ObjectNode one = body.withArray("parts").addObject();
            one.put("orderId", part.order());
            put(one, "payerId", part.payer());
            put(one, "amount", ActScreen.plain(part.amount()));
        }
        if (!form.text("aside").isEmpty()) {
            body.putObject("setAside")
                    .put("amount", ActScreen.plain(form.text("aside")))
                    .put("reason", form.text("reason"));
        }
        for (PaymentForm.Kept kept : PaymentForm.kept(form)) {
            body.withArray("deductions")
                    .addObject()
                    .put("kind", kept.by())
                    .put("amount", ActScreen.plain(kept.amount()));
        }
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.set(field, TextNode.valueOf(value));
        }
    }
}
