package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page by its address. */
final class Screens {

    private Screens() {}

    static Map<String, Console.Writes> all() {
        Map<String, Console.Writes> screens = new LinkedHashMap<>();
        screens.put("/console", WorklistScreen::page);
        screens.put("/console/customers/{seller}/{id}", CustomerScreen::page);
        screens.put("/console/customers/{seller}/{id}/time", TimeMachineScreen::customer);
        screens.put("/console/orders/{id}/time", TimeMachineScreen::order);
        screens.put("/console/approvals", ApprovalScreens::list);
        screens.put("/console/customers/{seller}/{id}/decide/{kind}", ofToday(ApprovalScreens::ask));
        screens.put("/console/orders/{id}/letters", LetterScreens::letters);
        screens.put("/console/orders/{id}/letter", LetterScreens::letter);
        screens.put("/console/sellers/{seller}/time", TimeMachineScreen::seller);
        screens.put("/console/months", MonthScreens::any);
        screens.put("/console/sellers/{seller}/months", MonthScreens::list);
        screens.put("/console/sellers/{seller}/months/{month}", MonthScreens::month);
        screens.put("/console/audit", AuditScreens::acts);
        screens.put("/console/audit/accesses", AuditScreens::accesses);
        screens.put("/console/persons", PersonScreens::list);
        screens.put("/console/persons/{id}", PersonScreens::person);
        screens.put("/console/persons/{id}/ask", ofToday(PersonScreens::ask));
        screens.put("/console/persons/{id}/answer/{seller}/{asked}", ofToday(PersonScreens::answer));
        screens.put("/console/time", TimeMachineScreen::any);
        screens.put("/console/orders/{id}/do/{act}", ofToday(ActScreen::ask));
        screens.put("/console/suspense", SuspenseScreen::page);
        screens.put("/console/payments/{id}", ofToday(PaymentScreen::ask));
        screens.put("/console/ageing", BookScreens::ageing);
        screens.put("/console/promises", BookScreens::promises);
        screens.put("/console/deadlines", BookScreens::deadlines);
        screens.put("/console/health", BookScreens::health);
        screens.put("/console/orders/{id}/what-if", WhatIfScreen::page);
        screens.put("/console/search", Screens::search);
        screens.put("/console/orders/{id}", OrderScreen::page);
        screens.put("/console/orders/{id}/explain", ExplainScreen::page);
        screens.put("/console/keys", visit -> Screen.of("keys", visit.words().say("keys.title"), "", Map.of()));
        return screens;
    }

    /** A form: nothing can be sent from it while another day is looked at. */
    private static Console.Writes ofToday(Console.Writes form) {
        return visit -> {
            if (visit.dates().isPast()) {
                throw Trouble.past();
            }
            return form.page(visit);
        };
    }

    /** An order by its id, or a customer's orders by his. */
    private static Screen search(Visit visit) {
        String sought = visit.asked("q");
        if (sought.isEmpty()) {
            return found(visit, sought, Map.of());
        }
        if (visit.desk().tryGet(Desk.order(sought)).isGood()) {
            return Screen.elsewhere("/console/orders/" + Desk.part(sought));
        }
        JsonNode orders = visit.desk()
                .get("/lists/of-customer?" + Pager.asked(visit, "after") + "&customer=" + Desk.part(sought));
        return found(visit, sought, Map.of("rows", OrderRow.all(orders), "further", Pager.of(visit, "after", orders)));
    }

    private static Screen found(Visit visit, String sought, Map<String, Object> content) {
        Map<String, Object> all = new LinkedHashMap<>(content);
        all.putIfAbsent("rows", List.of());
        all.putIfAbsent("further", new Pager("", Map.of(), "after", "", null));
        all.put("sought", sought);
        return Screen.of("search", visit.words().say("search.title"), "", all);
    }

    static Screen login(Visit visit) {
        return login(visit, "", visit.asked("back"));
    }

    static Screen loginFailed(Visit visit, Form form) {
        String back = form.text("back");
        Trouble wrong = form.wrong();
        if (wrong != null) {
            throw wrong;
        }
        return Doors.isFromHere(visit.request())
                ? login(visit, visit.words().say("login.failed"), back).withStatus(401)
                : login(visit, visit.words().say("login.elsewhere"), back).withStatus(403);
    }

    private static Screen login(Visit visit, String failed, String back) {
        Map<String, Object> content = Map.of("failed", failed, "back", back);
        return Screen.of("login", visit.words().say("login.title"), "", content);
    }

    /** What it means. */
    static String title(Words words, Trouble trouble) {
        String key = "trouble." + trouble.about();
        return words.say(words.knows(key) ? key : "trouble.other");
    }

    /** What the API says, under what it means. */
    static Screen trouble(Words words, Trouble trouble) {
        Map<String, Object> content = Map.of("detail", words.said(trouble.said()), "again", trouble.status() == 503);
        return Screen.of("trouble", title(words, trouble), "", content).withStatus(trouble.status());
    }
}
