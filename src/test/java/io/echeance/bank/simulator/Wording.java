package io.echeance.bank.simulator;

import io.echeance.bank.simulator.World.Debt;
import io.echeance.core.matching.CreditorReference;
import io.echeance.core.money.Money;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** How a payer words his transfer. Of several debts, the first is the one that the money is for alone. */
enum Wording {
    // What names one order in full, so that no person has to look.
    NUMBER(Hope.AUTOMATIC, "Facture technolowgic-2026-000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "Facture " + number(debts);
        }
    },
    NUMBER_ALONE(Hope.AUTOMATIC, "technolowgic-2026-000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return number(debts);
        }
    },
    CAPITALS(Hope.AUTOMATIC, "FACTURE TECHNOLOWGIC 2026 000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "FACTURE " + number(debts).replace('-', ' ').toUpperCase(Locale.ROOT);
        }
    },
    WITHOUT_SIGNS(Hope.AUTOMATIC, "FACT TECHNOLOWGIC2026000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "FACT " + number(debts).replace("-", "").toUpperCase(Locale.ROOT);
        }
    },
    OTHER_SIGNS(Hope.AUTOMATIC, "reglement Technolowgic/2026/000012.") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "reglement " + number(debts).replace('-', '/') + ".";
        }
    },
    AMONG_WORDS(Hope.AUTOMATIC, "VIR DU 03/03/2026 REGLT FACT technolowgic-2026-000012 600,00 EUR MERCI") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "VIR DU 03/03/2026 REGLT FACT %s %s EUR MERCI"
                    .formatted(
                            number(debts), debts.getFirst().amount().toString().replace('.', ','));
        }
    },
    BEHIND_AN_IBAN(Hope.AUTOMATIC, "COMPTE FR76… FACTURE TECHNOLOWGIC-2026-000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "COMPTE FR7630006000011234567890189 FACTURE " + number(debts).toUpperCase(Locale.ROOT);
        }
    },
    LETTERS_FOR_DIGITS(Hope.AUTOMATIC, "FACTURE TECHNOLOWGIC-2026-OOOO12") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            String number = number(debts).toUpperCase(Locale.ROOT);
            int sequence = number.lastIndexOf('-');
            return "FACTURE " + number.substring(0, sequence)
                    + number.substring(sequence).replace('0', 'O');
        }
    },
    LONG(Hope.AUTOMATIC, "a text so long that banks break it, within the number where it happens") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "Reglement de notre part, service comptabilite fournisseurs, " + "x".repeat(random.nextInt(12))
                    + " facture " + number(debts);
        }
    },
    CREDITOR_REFERENCE(Hope.AUTOMATIC, "RF47TECH2026000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return reference(debts);
        }
    },
    CREDITOR_REFERENCE_IN_FOURS(Hope.AUTOMATIC, "Ref RF47 TECH 2026 0000 12") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "Ref " + reference(debts).replaceAll("(.{4})(?=.)", "$1 ");
        }
    },
    ORDER(Hope.AUTOMATIC, "Commande T-1042") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "Commande " + debts.getFirst().orderId();
        }
    },

    // What a person finds: it is proposed.
    WITHOUT_THE_SELLER(Hope.PROPOSED, "Facture 2026-000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "Facture " + number(debts).substring(number(debts).indexOf('-') + 1);
        }
    },
    SHORT_SEQUENCE(Hope.PROPOSED, "facture 2026/12") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            String number = number(debts);
            return "facture 2026/" + Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
        }
    },
    SEVERAL(Hope.PROPOSED, "FACT TECHNOLOWGIC-2026-000012 ET HEXAGONE-2026-000007") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return debts.stream().map(Debt::number).distinct().collect(Collectors.joining(" ET ", "FACT ", ""));
        }

        @Override
        int debts(RandomGenerator random) {
            return 2 + random.nextInt(3);
        }
    },

    SWAPPED(Hope.PROPOSED, "Facture technolowgic-2026-000021 for 000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            String number = number(debts);
            int at = number.length() - 2 - random.nextInt(4);
            return "Facture " + number.substring(0, at) + number.charAt(at + 1) + number.charAt(at)
                    + number.substring(at + 2);
        }
    },
    PART_OF_IT(Hope.PROPOSED, "Facture technolowgic-2026-000012, a third of it") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "Facture " + number(debts);
        }

        @Override
        Money amount(Money owed) {
            return owed.split(3)[0];
        }
    },
    FEE_DEDUCTED(Hope.PROPOSED, "INV technolowgic-2026-000012, less 12.50 that a bank kept") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "INV " + number(debts);
        }

        @Override
        Money amount(Money owed) {
            return owed.minus(Money.of("12.50"));
        }
    },

    // What can hardly be found by its text: by the amount, where nobody else owes it.
    A_DIGIT_WRONG(Hope.PROPOSED, "Facture technolowgic-2026-000013 for 000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            String number = number(debts);
            int at = number.length() - 1 - random.nextInt(6);
            char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            return "Facture " + number.substring(0, at) + other + number.substring(at + 1);
        }
    },
    A_DIGIT_OF_THE_REFERENCE_WRONG(Hope.PROPOSED, "RF47TECH2026000013 for …12") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            String reference = reference(debts);
            int at = reference.length() - 1 - random.nextInt(6);
            char other = (char) ('0' + (reference.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            return reference.substring(0, at) + other + reference.substring(at + 1);
        }
    },
    CUT_OFF(Hope.BY_AMOUNT, "REGLEMENT FACTURE TECHNOLOWGIC-2") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            String text = "REGLEMENT FACTURE " + number(debts).toUpperCase(Locale.ROOT);
            return text.substring(0, text.length() - 1 - random.nextInt(8));
        }
    },
    FIRST_NAME(Hope.BY_AMOUNT, "ecole de Lea, mars") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "ecole de Lea, mars";
        }
    },
    NOTHING(Hope.BY_AMOUNT, "VIREMENT") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "VIREMENT";
        }
    },

    // What no customer paid.
    OF_OUR_OWN(Hope.NONE, "VIREMENT INTERNE COMPTE LIVRET") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "VIREMENT INTERNE COMPTE LIVRET";
        }

        @Override
        int debts(RandomGenerator random) {
            return 0;
        }
    },
    OF_A_SUPPLIER(Hope.NONE, "REMBOURSEMENT AVOIR AV-2026-000012") {
        @Override
        String of(List<Debt> debts, RandomGenerator random) {
            return "REMBOURSEMENT AVOIR AV-2026-%06d".formatted(1 + random.nextInt(999));
        }

        @Override
        int debts(RandomGenerator random) {
            return 0;
        }
    };

    /** What the matching ought to make of it. */
    enum Hope {
        AUTOMATIC,
        PROPOSED,
        /** Found if nobody else owes as much. */
        BY_AMOUNT,
        NONE
    }

    private final Hope hope;
    private final String example;

    Wording(Hope hope, String example) {
        this.hope = hope;
        this.example = example;
    }

    Hope hope() {
        return hope;
    }

    String example() {
        return example;
    }

    abstract String of(List<Debt> debts, RandomGenerator random);

    /** How many debts are paid at once. */
    int debts(RandomGenerator random) {
        return 1;
    }

    /** How much is paid of what is owed. */
    Money amount(Money owed) {
        return owed;
    }

    /** Of a hundred transfers, how many are worded thus: nobody knows; it is our guess that most bear a number. */
    int ofAHundred() {
        return switch (hope) {
            case AUTOMATIC -> 7;
            case PROPOSED -> this == SEVERAL ? 3 : 1;
            case BY_AMOUNT -> this == NOTHING ? 2 : 1;
            case NONE -> 1;
        };
    }

    private static String number(List<Debt> debts) {
        return debts.getFirst().number();
    }

    private static String reference(List<Debt> debts) {
        return CreditorReference.of(number(debts)).orElseThrow();
    }
}
