package io.echeance.bank.simulator;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What customers are called, and who sends their money: as often as we guess it. */
final class Names {

    private static final List<String> GIVEN =
            List.of("Léa", "Hugo", "Chidi", "Zoé", "Inès", "Marie-Ange", "Noël", "Jean", "Aïcha", "Luc");
    private static final List<String> BEGINNINGS =
            List.of("Ber", "Mar", "Lam", "Gar", "Dur", "Per", "Rou", "Vin", "Mor", "Gui", "Fau", "Bon");
    private static final List<String> MIDDLES = List.of("", "a", "o", "li", "ce", "ra", "ga", "ne", "mi", "to");
    private static final List<String> ENDS = List.of(
            "tin", "bert", "din", "and", "ier", "eau", "ault", "ell", "ois", "in", "ard", "on", "et", "aud", "elle");

    /** Of a hundred transfers, so many are sent by somebody of another name: an employer, a grandmother. */
    private static final int STRANGERS = 10;

    private static final List<String> OTHERS =
            List.of("BEAUMONT SARL", "M. OU MME MARTIN", "LEA OKAFOR", "DUPONT ET FILS", "Société Générale des Eaux");

    private Names() {}

    static String person(String customer) {
        return of(GIVEN, customer.hashCode()) + " " + family(customer);
    }

    static String company(String customer) {
        return "Ets " + family(customer + "SARL") + " " + family(customer) + " SARL";
    }

    private static String family(String customer) {
        int spread = customer.hashCode() * 0x9E3779B9;
        return of(BEGINNINGS, spread >>> 5) + of(MIDDLES, spread >>> 11) + of(ENDS, spread >>> 17);
    }

    /** As his bank calls whoever pays for somebody; a family's account has often another given name. */
    static String sender(String name, RandomGenerator random) {
        if (random.nextInt(100) < STRANGERS) {
            return stranger(random);
        }
        String family = name.substring(name.lastIndexOf(' ') + 1);
        return name.endsWith("SARL")
                ? name.toUpperCase(Locale.ROOT)
                : switch (random.nextInt(3)) {
                    case 0 -> "M. OU MME " + family.toUpperCase(Locale.ROOT);
                    case 1 -> family.toUpperCase(Locale.ROOT) + " " + of(GIVEN, random.nextInt());
                    default -> name;
                };
    }

    static String stranger(RandomGenerator random) {
        return of(OTHERS, random.nextInt());
    }

    private static String of(List<String> some, int at) {
        return some.get(Math.floorMod(at, some.size()));
    }
}
