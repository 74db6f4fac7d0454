package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/time}: an order, a customer's orders or a seller's as they were, day by day. The date bar is the machine:
 * as of which day, with what was known on which.
 */
final class TimeMachineScreen {

    private static final int AHEAD_MONTHS = 6;

    private TimeMachineScreen() {}

    static Screen order(Visit visit) {
        String id = visit.id("id");
        LocalDate ahead = null;
        String question = Desk.order(id) + "/frames";
        JsonNode answer = visit.desk().get(question + query(visit, null));
        if (isAhead(visit)) {
            ahead = LocalDate.parse(answer.path("today").asText()).plusMonths(AHEAD_MONTHS);
            answer = visit.desk().get(question + query(visit, ahead));
        }
        Words words = visit.words();
        return page(
                words.say("time.title", words.say("order.title", id)),
                new TimeMachineView(
                        reel(Story.ofOrder(answer), visit),
                        "/console/orders/" + Desk.part(id),
                        words.say("order.title", id),
                        id,
                        ahead,
                        "",
                        List.of()));
    }

    static Screen customer(Visit visit) {
        String address = "/customers/" + Desk.part(visit.id("seller")) + "/" + Desk.part(visit.id("id"));
        JsonNode answer = visit.desk().get(address + "/frames" + query(visit, null));
        Words words = visit.words();
        String name = words.say("customer.title", visit.id("id"));
        // Who has asked for something, and has no order, has no page of his own either.
        TimeMachineView view = answer.path("orders").isEmpty()
                ? new TimeMachineView(Reel.NONE, "/console", words.say("nav.worklist"), "", null, "", List.of())
                : new TimeMachineView(
                        reel(Story.ofCustomer(answer), visit), "/console" + address, name, "", null, "", List.of());
        return page(words.say("time.title", name), view);
    }

    /** {@code /console/time}: the first seller's. */
    static Screen any(Visit visit) {
        List<String> sellers = sellers(visit);
        return sellers.isEmpty()
                ? page(
                        visit.words().say("nav.time"),
                        new TimeMachineView(
                                Reel.NONE, "/console", visit.words().say("nav.worklist"), "", null, "", sellers))
                : seller(visit, sellers.getFirst(), sellers);
    }

    static Screen seller(Visit visit) {
        return seller(visit, visit.id("seller"), sellers(visit));
    }

    private static Screen seller(Visit visit, String seller, List<String> sellers) {
        JsonNode answer = visit.desk().get("/sellers/" + Desk.part(seller) + "/frames" + query(visit, null));
        Words words = visit.words();
        Story story = Story.ofSeller(answer, words);
        return page(
                words.say("time.title", seller),
                new TimeMachineView(
                        answer.path("orders").asInt() == 0 ? Reel.NONE : reel(story, visit),
                        "/console?seller=" + Desk.part(seller),
                        words.say("nav.worklist"),
                        "",
                        null,
                        seller,
                        sellers));
    }

    static String address(String seller) {
        return "/console/sellers/" + Desk.part(seller) + "/time";
    }

    /** Those to whom anything is owed. */
    static List<String> sellers(Visit visit) {
        SortedSet<String> sellers = new TreeSet<>();
        visit.desk()
                .get("/ageing")
                .path("lines")
                .forEach(line -> sellers.add(line.path("seller").asText()));
        return List.copyOf(sellers);
    }

    private static boolean isAhead(Visit visit) {
        return visit.asked("ahead").equals("true") && !visit.dates().isPast();
    }

    private static String query(Visit visit, @Nullable LocalDate until) {
        LocalDate knownOn = visit.dates().knownOn();
        return until != null ? "?until=" + until : knownOn != null ? "?knownOn=" + knownOn : "";
    }

    private static Reel reel(Story story, Visit visit) {
        LocalDate asOf = visit.dates().asOf();
        return Reel.of(story, asOf == null ? story.today() : asOf);
    }

    private static Screen page(String title, TimeMachineView view) {
        return Screen.of("time", title, "time", Map.of("view", view)).forAnyDay();
    }
}
