package io.echeance.console;

import io.echeance.console.ConsoleAtWork.Read;

/** The forms about what a person asks for, filled in. */
record RightsForms(ConsoleAtWork work) {

    static final String EVA = "/console/persons/EVA";

    String token(String page) {
        return work.get(page).page().select("main [name=form]").val();
    }

    Read ask(String right, String identity) {
        return work.post(
                EVA + "/ask",
                "form",
                token(EVA + "/ask"),
                "right",
                right,
                "seller",
                "technolowgic",
                "on",
                "2026-02-10",
                "identity",
                identity);
    }

    Read answer(String asked, String outcome, String until) {
        String page = EVA + "/answer/technolowgic/" + asked;
        return work.post(
                page,
                "form",
                token(page),
                "outcome",
                outcome,
                "until",
                until,
                "on",
                "2026-02-20",
                "reason",
                "as was written");
    }
}
