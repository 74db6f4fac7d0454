package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.StandingKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the instances know of a customer of whom somebody is about to decide.
 *
 * @param isKnown whether any order, standing or decision is of it
 * @param held what holds of it, or is proposed, as it was said last
 * @param decisions what people have decided, in order of arrival
 * @param ofToday of these, the ids of those that count when the day is closed
 */
record KnownCustomer(boolean isKnown, List<HeldStanding> held, List<StandingDecided> decisions, List<String> ofToday) {

    static KnownCustomer of(List<ObjectNode> parts) {
        boolean isKnown = parts.stream()
                .anyMatch(part -> part.hasNonNull("standing")
                        || CustomerPages.LISTS.stream()
                                .anyMatch(list -> !part.path(list).isEmpty()));
        return new KnownCustomer(
                isKnown,
                parts.stream()
                        .filter(part -> part.hasNonNull("standing"))
                        .map(part -> ScatterGather.read(CustomerStanding.class, part.path("standing")))
                        .flatMap(standing -> standing.standings().stream())
                        .toList(),
                parts.stream()
                        .flatMap(part -> part.path("decisions").valueStream())
                        .filter(one -> one.path("type").asText().equals(StandingDecided.class.getSimpleName()))
                        .map(one -> ScatterGather.read(StandingDecided.class, one))
                        .toList(),
                parts.stream()
                        .flatMap(part -> part.path(CustomerPages.DECIDED_TODAY).valueStream())
                        .map(one -> one.path("factId").asText())
                        .toList());
    }

    boolean has(String factId) {
        return decisions.stream().anyMatch(one -> one.factId().equals(factId));
    }

    /** The decision that has taken the place of this one. */
    Optional<StandingDecided> replacing(String factId) {
        List<StandingDecided> since = decisions.stream()
                .dropWhile(one -> !one.factId().equals(factId))
                .toList();
        return since.stream()
                .skip(1)
                .filter(one -> one.kind() == since.getFirst().kind()
                        && one.on().equals(since.getFirst().on()))
                .reduce((one, later) -> later);
    }

    /** Whether somebody is to decide about it, or has accepted it. */
    boolean isProposedOrAccepted(StandingKind kind) {
        return held.stream().anyMatch(one -> one.kind() == kind && one.state() != StandingState.HOLDS);
    }

    /** What was decided about the same since the last close, whatever day it names, and stands. */
    Optional<StandingDecided> standing(StandingDecided next) {
        List<StandingDecided> same =
                decisions.stream().filter(one -> one.kind() == next.kind()).toList();
        // An instance that is a day behind does not know yet that the day of this decision is open.
        Stream<StandingDecided> ofItsDay = same.stream().filter(one -> one.on().equals(next.on()));
        Stream<StandingDecided> sinceTheClose = same.stream().filter(one -> ofToday.contains(one.factId()));
        return Stream.concat(sinceTheClose, ofItsDay).reduce((one, later) -> later);
    }
}
