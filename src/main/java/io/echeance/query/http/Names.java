package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.MailingChannel;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.NoAlertGround;
import io.echeance.core.order.NumbersInText;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.SetAside;
import io.echeance.core.order.Words;
import io.echeance.query.worklist.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of an answer names a person, or may: parties, what people typed, what banks passed on. It is told by the fields,
 * whichever page they stand on, so that no page can forget it. Ids are no names; nor is what is sold.
 */
final class Names {

    /** What lies under seal in the log, see {@link Words} and {@link CustomerFact#withoutWords}; original bytes too. */
    private static final Set<String> WORDS =
            Set.of("reference", "note", "reason", "channel", "tracking", "identity", "senderAccount", "origin");

    /** Who works here: kept from who sees no names, but it is nobody's personal data that is collected. */
    private static final Set<String> COLLEAGUES = Set.of("by", "assignedTo");

    /** Texts of these fields that a machine has chosen. */
    private static final Set<String> CODES = Stream.<Enum<?>[]>of(
                    HoldReason.values(),
                    CancellationReason.values(),
                    ContractParty.values(),
                    SetAside.Why.values(),
                    Channel.values(),
                    MailingChannel.values(),
                    NoAlertGround.values(),
                    Reason.values())
            .flatMap(Arrays::stream)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private Names() {}

    /** Whether a person, other than who works here, is named in it. */
    static boolean areIn(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            return isParty(object)
                    || object.properties().stream()
                            .anyMatch(field -> isWord(field.getKey(), field.getValue())
                                    || isQuoting(object, field.getKey())
                                    || areIn(field.getValue()));
        }
        for (JsonNode one : answer) {
            if (areIn(one)) {
                return true;
            }
        }
        return false;
    }

    /** Takes them out, of who works here too. */
    static void cut(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            if (isParty(object)) {
                object.retain("id", "country", "language");
            }
            List<String> named = object.properties().stream()
                    .filter(field -> isWord(field.getKey(), field.getValue())
                            || isColleague(object, field.getKey(), field.getValue())
                            || isStanding(object) && field.getKey().equals("reasons"))
                    .map(Map.Entry::getKey)
                    .toList();
            object.remove(named);
        }
        answer.forEach(Names::cut);
    }

    /** A party has a country; what else has a name has none. */
    static boolean isParty(ObjectNode object) {
        return object.has("name") && object.has("country");
    }

    private static boolean isWord(String field, JsonNode value) {
        if (!WORDS.contains(field) || !(value.isTextual() || value.isObject())) {
            return false;
        }
        String text = value.asText();
        return switch (field) {
            case "reference" -> !NumbersInText.isOneName(text);
            case "reason", "channel" -> value.isTextual() && !CODES.contains(text);
            case "tracking" -> !Words.isNumber(text);
            default -> true;
        };
    }

    private static boolean isColleague(ObjectNode object, String field, JsonNode value) {
        return value.isTextual()
                && !CODES.contains(value.asText())
                && (COLLEAGUES.contains(field)
                        || field.equals("to") && object.path("type").asText().equals("Assigned"));
    }

    /** How a customer stands: sentences, which quote who decided, where that does not lie under seal. */
    private static boolean isStanding(ObjectNode object) {
        return object.has("kind") && object.has("state") && object.has("since");
    }

    private static boolean isQuoting(ObjectNode object, String field) {
        return field.equals("reasons")
                && isStanding(object)
                && (object.path("state").asText().equals("ACCEPTED")
                        || object.path("kind").asText().equals("OVER_LIMIT"));
    }
}
