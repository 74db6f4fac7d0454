package io.echeance.query.http;

import io.echeance.core.invoice.Party;
import io.echeance.core.terms.Terms;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.KeyOwners;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is asked about one order, wherever its account is: here, or by one hop to the instance that decides
 * about it, or, if that one cannot be reached, from a copy, which the answer says.
 */
final class OrderRouter {

    /** How many records the copy that answered is behind. */
    static final String COPY_HEADER = "Echeance-Copy-Records-Behind";

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final int SERVER_TROUBLE = 500;

    private final Holdings holdings;
    private final PeerClient hop;

    OrderRouter(Holdings holdings, PeerClient hop) {
        this.holdings = holdings;
        this.hop = hop;
    }

    /**
     * @param body of the request, as it came; null: it has none
     * @param question asked of the account, on the instance that has it
     */
    Reply ask(Context request, String orderId, byte @Nullable [] body, Function<AccountView, Reply> question) {
        String mark = PeerClient.markOf(request).orElse("");
        Asker asker = Asker.of(request);
        try {
            KeyOwners keepers = holdings.keepersOf(orderId);
            if (mark.equals(PeerClient.COPY)) {
                return ofCopy(keepers, asker, orderId, question);
            }
            try {
                Optional<Reply> active = keepers.isActiveHere()
                        ? Optional.of(question.apply(active(keepers, asker, orderId)))
                        : ofActive(keepers.active(), new Question(request, body), mark);
                if (active.isPresent()) {
                    return active.get();
                }
            } catch (TemporarilyUnavailable moving) {
                if (!mark.isEmpty()) {
                    throw moving;
                }
            }
            return ofAnyCopy(keepers, request, orderId, body, question);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }

    /** As {@link #ask}, but only the instance that decides about the order will do. */
    Reply tell(Context request, String orderId, byte[] body, Duration patience, Function<AccountView, Reply> command) {
        try {
            KeyOwners keepers = holdings.keepersOf(orderId);
            if (keepers.isActiveHere()) {
                return command.apply(active(keepers, Asker.of(request), orderId));
            }
            if (PeerClient.markOf(request).isPresent()) {
                throw new TemporarilyUnavailable("this instance does not decide about the order");
            }
            return hop.ask(keepers.active(), new Question(request, body), PeerClient.ACTIVE, patience)
                    .orElseThrow(() ->
                            new TemporarilyUnavailable("the instance that decides about the order gives no answer"));
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }

    /** What the deciding instance holds; for looking again while a command is worked off. */
    Optional<AccountView> held(String orderId) throws TemporarilyUnavailable {
        return holdings.active(orderId, holdings.keepersOf(orderId).partition());
    }

    /** Empty: this instance does not know it. */
    Optional<Party> party(String id) throws TemporarilyUnavailable {
        return holdings.party(id);
    }

    private AccountView active(KeyOwners keepers, Asker asker, String orderId) throws TemporarilyUnavailable {
        return holdings.active(orderId, keepers.partition())
                .filter(held -> isSeen(asker, held))
                .orElseThrow(() -> new Problem(Kind.UNKNOWN_ORDER, "no order with this id"));
    }

    /** Empty: it gives no answer that is worth passing on. */
    private Optional<Reply> ofActive(Address instance, Question passedOn, String mark) throws TemporarilyUnavailable {
        if (!mark.isEmpty()) {
            throw new TemporarilyUnavailable("this instance does not decide about the order");
        }
        return hop.ask(instance, passedOn, PeerClient.ACTIVE, PATIENCE)
                .filter(reply -> reply.status() < SERVER_TROUBLE);
    }

    private Reply ofAnyCopy(
            KeyOwners keepers,
            Context request,
            String orderId,
            byte @Nullable [] body,
            Function<AccountView, Reply> question)
            throws TemporarilyUnavailable {
        TemporarilyUnavailable trouble =
                new TemporarilyUnavailable("the instance that decides about the order gives no answer");
        if (keepers.isCopyHere() || keepers.isActiveHere()) {
            try {
                return ofCopy(keepers, Asker.of(request), orderId, question);
            } catch (TemporarilyUnavailable moving) {
                trouble = moving;
            }
        }
        Question passedOn = new Question(request, body);
        for (Address copy : keepers.copies()) {
            if (!copy.equals(keepers.self())) {
                Optional<Reply> reply = hop.ask(copy, passedOn, PeerClient.COPY, PATIENCE)
                        .filter(answered -> answered.status() < SERVER_TROUBLE);
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        }
        throw trouble;
    }

    private Reply ofCopy(KeyOwners keepers, Asker asker, String orderId, Function<AccountView, Reply> question)
            throws TemporarilyUnavailable {
        AccountView held = holdings.copy(orderId, keepers.partition());
        if (!isSeen(asker, held)) {
            throw new TemporarilyUnavailable("a copy cannot tell that there is no such order");
        }
        return question.apply(held).with(COPY_HEADER, String.valueOf(held.lag()));
    }

    /** What was not placed is of no seller yet. */
    private static boolean isSeen(Asker asker, AccountView held) {
        Terms terms = held.account().terms();
        return asker.sees(terms == null ? null : terms.seller());
    }
}
