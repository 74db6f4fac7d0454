package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.book.Idle;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Sentence;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Words;
import io.echeance.core.terms.Terms;
import io.echeance.json.FactJson;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.command.Command;
import io.echeance.query.command.Postbox;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.query.order.OrderAnswer;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /orders/{id}/commands/{command}}: what people decide, as a fact. */
final class CommandPage {

    static final String KEY = "Idempotency-Key";
    static final String KEY_FORM = "[\\x21-\\x7e]{1,200}";
    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");
    private static final Duration SLACK = Duration.ofSeconds(6);
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private final OrderRouter desk;
    private final Postbox postbox;
    private final ReceiptPost receipts;
    private final DecisionPost decisions;
    private final Limits limits;
    private final Duration patience;

    /** @param patience how long an answer may wait for the account */
    CommandPage(
            OrderRouter desk,
            Postbox postbox,
            ReceiptPost receipts,
            DecisionPost decisions,
            Limits limits,
            Duration patience) {
        this.desk = desk;
        this.postbox = postbox;
        this.receipts = receipts;
        this.decisions = decisions;
        this.limits = limits;
        this.patience = patience;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A command as it came. */
    private record Call(Context request, Command command, String orderId, String factId, ObjectNode body, Asker asker) {

        /** @param today where it names no day */
        Fact fact(LocalDate today) {
            try {
                return command.fact(orderId, factId, body, today, asker.name());
            } catch (Unreadable e) {
                throw Problem.malformed(e.said());
            }
        }

        String factsAddress() {
            return "/orders/" + encoded(orderId) + "/facts";
        }

        /** Told again on a later day, a command that names no day is still the same. */
        boolean isThis(Fact earlier) {
            return Words.areOne(fact(earlier.on()), earlier, List.of());
        }
    }

    Reply command(Context request, Asker asker) {
        Asked asked = new Asked(request);
        Command command = Command.of(request.pathParam("command"))
                .orElseThrow(() -> new Problem(Kind.NO_SUCH_PAGE, "/openapi.json lists the commands"));
        asker.require(Right.of(command));
        if (PeerClient.markOf(request).isPresent() && request.queryParam(ReceiptPost.KNOWN) != null) {
            return receipts.known(Body.bytes(request, limits));
        }
        asked.only();
        String key = asked.header(KEY, KEY_FORM);
        byte[] bytes = Body.bytes(request, limits);
        ObjectNode body = Body.object(request, limits, command.fields());
        String orderId = asked.orderId();
        Call call = new Call(request, command, orderId, command.factId(orderId, key), body, asker);
        return desk.tell(request, orderId, bytes, patience.plus(SLACK), held -> carryOut(call, held));
    }

    private Reply carryOut(Call call, AccountView held) {
        try {
            Reply reply = answer(call, held);
            audit(call, reply.status() == OK ? "taken" : "posted");
            return reply;
        } catch (Problem problem) {
            audit(call, problem.kind().name());
            throw problem;
        }
    }

    private static void audit(Call call, String outcome) {
        AUDIT.info(
                "command={} order={} fact={} by={} outcome={}",
                call.command().slug(),
                call.orderId().replaceAll("\\s", "_"),
                call.factId(),
                call.asker().name(),
                outcome);
    }

    private Reply answer(Call call, AccountView first) {
        Fact fact = call.fact(first.today());
        Optional<Fact> earlier = earlier(call, first);
        if (earlier.isPresent()) {
            return taken(call, first, earlier.get());
        }
        try {
            refuse(withHold(call.orderId(), first, fact), fact);
            if (fact instanceof PaymentReceived receipt && isForTwo(first, receipt)) {
                return allocated(call, first, receipt);
            }
            postbox.post(fact);
            Optional<Reply> taken = new Arrival(postbox, patience).of(call.factId(), () -> {
                AccountView now = desk.held(call.orderId()).orElse(first);
                return earlier(call, now).map(found -> taken(call, now, found));
            });
            if (taken.isPresent()) {
                return taken.get();
            }
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence() + "; the same request again is the same fact");
        }
        ObjectNode answer = head(call, first, fact, "POSTED");
        return Reply.of(ACCEPTED, answer).with("Location", call.factsAddress());
    }

    private static boolean isForTwo(AccountView held, PaymentReceived receipt) {
        Terms terms = held.account().terms();
        Money limit = terms == null ? null : terms.payment().secondPersonAbove();
        return limit != null && receipt.amount().exceeds(limit);
    }

    /**
     * So much is placed by two persons: the receipt waits, and the decision that places it waits for a second one. Two
     * who command the same tell of one receipt; where it is refused nothing is decided.
     */
    private Reply allocated(Call call, AccountView held, PaymentReceived receipt) throws TemporarilyUnavailable {
        String receiptId = Command.factId(call.command().slug(), call.orderId(), receipt.paymentId());
        PaymentReceived waits = new PaymentReceived(
                receiptId,
                null,
                receipt.on(),
                receipt.paymentId(),
                receipt.payerId(),
                receipt.amount(),
                receipt.method(),
                null);
        PaymentPart part = new PaymentPart(call.orderId(), receipt.payerId(), receipt.amount(), null);
        PaymentApplied decision = new PaymentApplied(
                call.factId(),
                receipt.on(),
                receipt.paymentId(),
                List.of(part),
                null,
                call.asker().name(),
                null);
        Optional<Reply> before = decisions.taken(decision);
        if (before.isEmpty()) {
            receipts.post(call.request(), waits);
        }
        Reply reply = before.isPresent() ? before.get() : decisions.post(decision);
        if (reply.status() == OK) {
            return Reply.of(head(call, held, decision, "TAKEN"));
        }
        return Reply.of(ACCEPTED, head(call, held, decision, "POSTED"))
                .with("Location", "/payments/" + encoded(receipt.paymentId()));
    }

    /** The fact of this command that the account has. */
    private static Optional<Fact> earlier(Call call, AccountView held) {
        Optional<Fact> earlier = held.account().evidence().withId(call.factId());
        if (earlier.isPresent()
                && !call.isThis(held.unsealed().apply(call.factId()).orElse(earlier.get()))) {
            throw new Problem(
                    Kind.CONTRADICTION,
                    new Sentence(
                            "sous cette clé, autre chose a été ordonné auparavant",
                            "under this " + KEY + " something else was commanded before"),
                    null);
        }
        return earlier;
    }

    /** A hold that was commanded just now may not be there yet: whoever takes it back at once need not wait himself. */
    private AccountView withHold(String orderId, AccountView first, Fact fact) throws TemporarilyUnavailable {
        if (!(fact instanceof DunningReleased release)
                || !release.holdId().matches(Command.FACT_ID)
                || first.account().evidence().withId(release.holdId()).isPresent()) {
            return first;
        }
        Optional<AccountView> arrived = new Arrival(postbox, patience)
                .of(
                        release.holdId(),
                        () -> desk.held(orderId)
                                .filter(now -> now.account()
                                        .evidence()
                                        .withId(release.holdId())
                                        .isPresent()));
        if (arrived.isEmpty() && postbox.isPosted(release.holdId())) {
            throw new TemporarilyUnavailable("the hold is posted, and its order does not have it yet");
        }
        return arrived.orElse(first);
    }

    /** What the account would refuse is not even posted, nor what would do nothing. */
    private static void refuse(AccountView held, Fact fact) {
        Refusal byItself = Admission.atTheDoor(fact);
        if (byItself != null) {
            throw Problem.refused(byItself);
        }
        for (Output output :
                held.decider().take(held.account(), fact, held.today()).outputs()) {
            if (output instanceof Rejection rejection) {
                throw Problem.refused(new Refusal(rejection.reason(), rejection.sentence()));
            }
        }
        Idle idle = Idle.of(fact, held.account(), held.decider(), held.today());
        if (idle != null) {
            throw new Problem(Kind.REFUSED, idle.said(), idle.ground().name());
        }
    }

    private static Reply taken(Call call, AccountView held, Fact fact) {
        ObjectNode answer = head(call, held, fact, "TAKEN");
        Statement statement = held.retelling().now().statement();
        if (statement != null) {
            answer.set("statement", RecordJson.write(statement));
        }
        return Reply.of(answer);
    }

    private static ObjectNode head(Call call, AccountView held, Fact fact, String outcome) {
        ObjectNode head = OrderAnswer.head(held, held.today());
        head.put("outcome", outcome);
        head.put("factId", call.factId());
        head.set("fact", FactJson.write(fact));
        return head;
    }
}
