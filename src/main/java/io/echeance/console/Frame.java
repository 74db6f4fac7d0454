package io.echeance.console;

import io.echeance.query.http.Right;
import io.echeance.query.http.Visitor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the page, its one first heading too
 * @param place of the page among those that the head names, such as {@code worklist}
 * @param path of the page, without its query
 * @param own what else the page is asked for, but the day
 * @param dated whether the page shows another day when asked
 * @param fragment whether it is written into a page that is there
 * @param formToken what its forms carry
 * @param here the page with its query, without what has just been done
 * @param said what has just been done; null: nothing
 * @param undo how it is taken back; null: not at once
 * @param elsewhen the other day that a page was asked for which shows today only; null: none
 */
public record Frame(
        Words words,
        Map<String, String> assets,
        Visitor visitor,
        DateBar dates,
        String title,
        String place,
        String path,
        Map<String, String> own,
        boolean dated,
        boolean fragment,
        String formToken,
        String here,
        @Nullable String said,
        @Nullable Undo undo,
        @Nullable DateBar elsewhen) {

    /** Those that the head leads to, each with the letter after {@code g}. */
    public static final List<Place> PLACES = List.of(
            new Place("worklist", "/console", "w"),
            new Place("suspense", "/console/suspense", "s"),
            new Place("promises", "/console/promises", "p"),
            new Place("approvals", "/console/approvals", "v"),
            new Place("deadlines", "/console/deadlines", "d"),
            new Place("time", "/console/time", "t"));

    /** Those that are not needed every hour. */
    public static final List<Place> FURTHER = List.of(
            new Place("ageing", "/console/ageing", "a"),
            new Place("months", "/console/months", "m"),
            new Place("audit", "/console/audit", "u"),
            new Place("persons", "/console/persons", "r"),
            new Place("health", "/console/health", "h"));

    /** @param letter which leads there after {@code g} */
    public record Place(String name, String address, String letter) {}

    public String asset(String name) {
        return String.valueOf(assets.get(name));
    }

    /** The page as it stands today. */
    public String today() {
        return path + Pager.written(own);
    }

    /** An address of the console that shows the same day. */
    public String link(String address) {
        return linked(address, dates);
    }

    private static String linked(String address, DateBar days) {
        String query = days.query();
        return query.isEmpty() ? address : address + (address.contains("?") ? "&" + query.substring(1) : query);
    }

    /** An address of the console as of another day, or of today, with the same known. */
    public String at(@Nullable LocalDate day, String address) {
        return linked(address, new DateBar(day, dates.knownOn()));
    }

    public String customer(String seller, String id) {
        return link("/console/customers/" + Desk.part(seller) + "/" + Desk.part(id));
    }

    /** The form of something that is done about an order; from it one comes back to this page. */
    public String act(String order, String act) {
        return "/console/orders/" + Desk.part(order) + "/do/" + act + "?back=" + Desk.part(here);
    }

    /** The form that says where a payment goes; from it one comes back to this page. */
    public String payment(String id) {
        return "/console/payments/" + Desk.part(id) + "?back=" + Desk.part(here);
    }

    /** From one day to another. */
    public long days(LocalDate from, LocalDate to) {
        return Math.max(0, ChronoUnit.DAYS.between(from, to));
    }

    public String encoded(String text) {
        return Desk.part(text);
    }

    public String order(String id) {
        return link("/console/orders/" + Desk.part(id));
    }

    /** The form of a decision about a customer. */
    public String decide(String seller, String customer, String kind) {
        return "/console/customers/" + Desk.part(seller) + "/" + Desk.part(customer) + "/decide/" + kind;
    }

    /** Whether decisions about customers may be sent from this page. */
    public boolean mayDecide() {
        return visitor.may(Right.DECIDE) && isOfToday();
    }

    /** Whether he closes months. */
    public boolean mayClose() {
        return visitor.may(Right.BOOKS);
    }

    /** Those of {@link #PLACES} that are open to the visitor. */
    public List<Place> places() {
        return PLACES.stream().filter(this::isOpen).toList();
    }

    /** Those of {@link #FURTHER} that are open to the visitor. */
    public List<Place> further() {
        return FURTHER.stream().filter(this::isOpen).toList();
    }

    /** Whether an address that is no place of these, or one that is open, may be followed. */
    public boolean mayFollow(String address) {
        String path = address.replaceFirst("[?].*", "");
        return Stream.of(PLACES, FURTHER)
                .flatMap(List::stream)
                .filter(place -> place.address().equals(path))
                .allMatch(this::isOpen);
    }

    private boolean isOpen(Place place) {
        return switch (place.name()) {
            case "suspense" -> mayAsk() && visitor.isOfAll();
            case "audit" -> visitor.may(Right.NAMES);
            case "persons" -> visitor.may(Right.PERSONS) && visitor.isOfAll();
            case "health" -> true;
            default -> mayAsk();
        };
    }

    /** Whether orders are shown: who has not come in yet is led to them. */
    public boolean mayAsk() {
        return visitor.may(Right.ASK) || visitor.name().isEmpty();
    }

    /** The page to begin with. */
    public String home() {
        return mayAsk() ? "/console" : "/console/health";
    }

    /** What one person has asked for, and what is kept. */
    public String person(String id) {
        return "/console/persons/" + Desk.part(id);
    }

    /** The form of an answer to what a person asked for. */
    public String answer(String id, String seller, String asked) {
        return person(id) + "/answer/" + Desk.part(seller) + "/" + Desk.part(asked);
    }

    /** The months of a seller's books. */
    public String months(String seller) {
        return "/console/sellers/" + Desk.part(seller) + "/months";
    }

    /** Whether nobody looks at another day: then nothing is sent. */
    public boolean isOfToday() {
        return !dates.isPast() && elsewhen == null;
    }

    /** Whether commands may be sent from this page. */
    public boolean mayAct() {
        return visitor.may(Right.ACT) && isOfToday();
    }

    /** Whether this may be done about an order from this page. */
    public boolean may(String act) {
        return Act.of(act).filter(one -> visitor.may(one.right())).isPresent() && isOfToday();
    }

    /** Whether what was just done may be taken back from this page. */
    public boolean mayUndo() {
        return undo != null && visitor.may(undo.right()) && isOfToday();
    }

    /** Whether payments may be placed from this page. */
    public boolean mayPlace() {
        return visitor.may(Right.CASH) && visitor.isOfAll() && isOfToday();
    }

    /** Whether names are shown. */
    public boolean mayName() {
        return visitor.may(Right.NAMES);
    }

    /** What he is here for, in words. */
    public String roles() {
        return visitor.roles().stream()
                .sorted()
                .map(role -> words.word("role", role))
                .collect(Collectors.joining(", "));
    }
}
