package io.echeance.document.page;

import io.echeance.core.money.Money;
import io.echeance.core.order.Segment;
import java.util.List;
import java.util.function.Function;

/**
 * Late interest line by line, so that it can be checked with a pocket calculator.
 *
 * @param debt what to call a segment's receivable
 */
record InterestTable(Markup page, InvoiceWords words, Function<Segment, String> debt) {

    void write(List<Segment> segments) {
        if (segments.isEmpty()) {
            return;
        }
        page.put("h2", "ink", page.say("Calcul des intérêts", "How the interest comes about"));
        page.in("table", "amounts dense", () -> {
            page.in(
                    "thead",
                    "",
                    () -> page.in("tr", "", () -> {
                        page.put("th", "", page.say("Créance", "Debt"));
                        page.put("th", "", page.say("Du", "From"));
                        page.put("th", "", page.say("Au (inclus)", "To (included)"));
                        page.put("th", "num", page.say("Jours", "Days"));
                        page.put("th", "num", page.say("Base TTC", "Base"));
                        page.put("th", "num", page.say("Taux annuel", "Rate a year"));
                        page.put("th", "num", page.say("Intérêts", "Interest"));
                    }));
            page.in("tbody", "", () -> {
                segments.forEach(this::row);
                sum(segments);
            });
        });
        page.put(
                "p",
                "mentions formula",
                page.say(
                        "Intérêts = base × taux × jours / 365, arrondis au centime à chaque ligne.",
                        "Interest = base × rate × days / 365, rounded to the cent on each line."));
    }

    private void row(Segment segment) {
        page.in("tr", "", () -> {
            page.put("td", "", debt.apply(segment));
            page.put("td", "whole", words.shortDay(segment.from()));
            page.put("td", "whole", words.shortDay(segment.to()));
            page.put("td", "num", String.valueOf(segment.days()));
            page.put("td", "num", words.language().money(segment.base()));
            page.in("td", "num", () -> {
                page.put("div", "", words.language().percent(segment.rate()));
                page.put("div", "fine", words.source(segment));
            });
            page.put("td", "num", words.language().money(segment.amount()));
        });
    }

    private void sum(List<Segment> segments) {
        Money sum = segments.stream().map(Segment::amount).reduce(Money.ZERO, Money::plus);
        page.in("tr", "sum", () -> {
            page.put("td", "", page.say("Total des intérêts", "Total interest"));
            for (int empty = 0; empty < 5; empty++) {
                page.put("td", "", "");
            }
            page.put("td", "num", words.language().money(sum));
        });
    }
}
