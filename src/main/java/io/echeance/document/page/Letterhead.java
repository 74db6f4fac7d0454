package io.echeance.document.page;

import io.echeance.core.invoice.Party;
import io.echeance.core.matching.CreditorReference;
import io.echeance.core.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages of a seller have in common: its mark and colour, its name and address, the foot of every page. */
record Letterhead(Markup page, Party seller) {

    /** Inks on which white is read easily (contrast above 7 to 1); a seller keeps its own. */
    private static final List<String> INKS = List.of("#1f3a5f", "#1d4a3c", "#4a2a57", "#78301f", "#15505c", "#3d3f14");

    private static final String NBSP = "\u00A0";

    /** The rules that give a page the seller's ink. */
    static String style(Party seller) {
        String ink = INKS.get(Math.floorMod(seller.id().hashCode(), INKS.size()));
        return ".ink { color: %1$s } .fill { background-color: %1$s } .edge { border-color: %1$s }".formatted(ink);
    }

    /** @param said what stands at the right end of the foot, before the page's number */
    void foot(String said, boolean showVatId) {
        page.in(
                "div",
                "foot",
                () -> page.in(
                        "table",
                        "edge",
                        () -> page.in("tr", "", () -> {
                            page.put("td", "", imprint(showVatId));
                            page.in("td", "at-right", () -> {
                                page.put("span", "", said + " – " + page.say("page", "page") + NBSP);
                                page.in("span", "page-number", () -> {});
                            });
                        })));
    }

    private String imprint(boolean showVatId) {
        return joined(
                " · ",
                seller.name(),
                seller.legalForm(),
                seller.siren() == null ? null : "SIREN" + NBSP + grouped(seller.siren(), 3, 3, 3),
                showVatId && seller.vatId() != null ? page.say("TVA", "VAT") + NBSP + seller.vatId() : null);
    }

    /** The mark: up to two initials of the name on the seller's ink, beside the name as it trades. */
    void brand() {
        String name = seller.tradeName() == null ? seller.name() : seller.tradeName();
        page.in(
                "table",
                "brand",
                () -> page.in("tr", "", () -> {
                    page.in("td", "mark fill", () -> page.put("div", "", initials(name)));
                    page.in("td", "", () -> page.put("div", "name ink", name));
                }));
    }

    static String initials(String name) {
        String initials = Stream.of(name.split("[\\s'’\\-]+"))
                .filter(word -> word.length() > 1 && Character.isUpperCase(word.codePointAt(0)))
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
        return initials.isEmpty()
                ? name.substring(0, Math.min(1, name.length())).toUpperCase(Locale.ROOT)
                : initials;
    }

    /** The mark, and what the letter is. */
    void title(String title, String day) {
        page.in(
                "table",
                "head",
                () -> page.in("tr", "", () -> {
                    page.in("td", "", this::brand);
                    page.in("td", "title", () -> {
                        page.put("h1", "ink", title);
                        page.put("div", "number", day);
                    });
                }));
    }

    /** Who writes, and to whom; {@code below} stands under the debtor's address. */
    void parties(Party debtor, Runnable below) {
        page.in(
                "table",
                "parties",
                () -> page.in("tr", "", () -> {
                    page.in("td", "from", () -> {
                        page.put("div", "label", page.say("Créancier", "Creditor"));
                        address(seller);
                        identity(seller, false);
                        if (seller.email() != null) {
                            page.put("div", "small", seller.email());
                        }
                    });
                    page.in("td", "", () -> {
                        page.put("div", "label", page.say("Débiteur", "Debtor"));
                        address(debtor);
                        identity(debtor, false);
                        below.run();
                    });
                }));
    }

    /** Name and address of a party, as on an envelope. */
    void address(Party party) {
        page.put("div", "party", party.name());
        if (party.tradeName() != null && !party.tradeName().equals(party.name())) {
            page.put("div", "", party.tradeName());
        }
        party.address().forEach(line -> page.put("div", "", line));
        page.put("div", "", joined(" ", party.postalCode(), party.city()));
        if (!party.isFrench()) {
            page.put("div", "", country(party.country()).toUpperCase(Locale.ROOT));
        }
    }

    /** The country as the sender's post office reads it, so in French. */
    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.FRENCH);
    }

    /** The numbers by which a business is known. */
    void identity(Party party, boolean showVatId) {
        if (party.legalForm() != null) {
            page.put("div", "small", party.legalForm());
        }
        String siren = party.siren() == null ? null : "SIREN" + NBSP + grouped(party.siren(), 3, 3, 3);
        String siret = party.siret() == null ? null : "SIRET" + NBSP + grouped(party.siret(), 3, 3, 3, 5);
        String vatId =
                showVatId && party.vatId() != null ? page.say("N° TVA", "VAT number") + NBSP + party.vatId() : null;
        Stream.of(siren, siret, vatId).filter(Objects::nonNull).forEach(number -> page.put("div", "small", number));
    }

    /**
     * How to pay: the seller's account and what to name with it; the same as a square to scan.
     *
     * @param what the words above
     * @param name document or order that is paid
     * @param otherwise what to name where it cannot be a creditor reference
     * @param now what is to be paid now
     */
    void account(String what, String name, String otherwise, Money now) {
        String reference = CreditorReference.of(name).map(Letterhead::inFours).orElse(otherwise);
        page.in(
                "table",
                "",
                () -> page.in("tr", "", () -> {
                    page.in("td", "", () -> {
                        page.put("div", "what", what);
                        account(reference);
                    });
                    TransferCode.of(seller, now, name)
                            .ifPresent(square -> page.in("td", "square", () -> {
                                square.put(page);
                                page.put("div", "label", page.language().money(now));
                            }));
                }));
    }

    private void account(String reference) {
        page.in(
                "table",
                "account",
                () -> page.in("tr", "", () -> {
                    String iban = seller.iban();
                    if (iban != null) {
                        page.in("td", "", () -> page.labelled("IBAN", inFours(iban)));
                        page.in("td", "", () -> page.labelled("BIC", Objects.requireNonNullElse(seller.bic(), "–")));
                    }
                    page.in(
                            "td",
                            "",
                            () -> page.labelled(page.say("Référence à rappeler", "Reference to give"), reference));
                }));
    }

    static String inFours(String iban) {
        String compact = iban.replaceAll("\\s", "");
        return String.join(NBSP, compact.split("(?<=\\G.{4})"));
    }

    private static String grouped(String digits, int... lengths) {
        if (digits.length() != Arrays.stream(lengths).sum()) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder();
        int at = 0;
        for (int length : lengths) {
            grouped.append(at == 0 ? "" : NBSP).append(digits, at, at + length);
            at += length;
        }
        return grouped.toString();
    }

    static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
    }
}
