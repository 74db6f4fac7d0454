package io.echeance.app.person;

import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.invoice.Language;
import io.echeance.query.access.PersonsDesk.Kept;
import io.echeance.query.access.PersonsDesk.KeptKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an erasure leaves of a person, why and until when.
 *
 * @param invoices how many documents of each year
 * @param others of these, those that are addressed to somebody else, a funder, and name the person: an export hands out
 *     the rest
 * @param facts how many, of how many orders
 * @param clear facts, on orders and waiting, and decisions about the person, with words that came while no key was set
 * @param requests for rights, their answers, and decisions about the person as a customer
 * @param failed how many e-mails to the person came back
 * @param since business that is open though the person was erased before: it was begun since
 */
record Remains(
        SortedMap<Integer, Integer> invoices,
        Map<Integer, Integer> others,
        int facts,
        int orders,
        int clear,
        int requests,
        int failed,
        List<OpenBusiness> since,
        Language language) {

    static Remains of(PersonFile file, Language language) {
        SortedMap<Integer, Integer> invoices = new TreeMap<>();
        Map<Integer, Integer> others = new TreeMap<>();
        file.invoices().forEach(invoice -> {
            int year = invoice.document().on().getYear();
            invoices.merge(year, 1, Integer::sum);
            others.merge(year, invoice.buyer().id().equals(file.id()) ? 0 : 1, Integer::sum);
        });
        List<OpenBusiness> since = wasErased(file) ? file.openBusiness() : List.of();
        return new Remains(
                invoices,
                others,
                file.facts().size(),
                file.orders().ids().size(),
                ClearWords.in(file),
                file.decisions().size(),
                (int) file.decisions().stream()
                        .filter(one -> one.fact() instanceof MailingFailed)
                        .count(),
                since,
                language);
    }

    /** Name and address are not there, and were deleted, or keys were, as an erasure does. */
    static boolean wasErased(PersonFile file) {
        return file.party() == null && (file.isErased() || !file.keys().keySet().containsAll(file.sealing()));
    }

    /** The books of a year are kept ten years from its close; the year is taken to be the calendar's. */
    List<Kept> all() {
        List<Kept> kept = new ArrayList<>();
        invoices.forEach((year, count) -> kept.add(invoices(year, count)));
        if (facts > 0) {
            kept.add(facts(!invoices.isEmpty()));
        }
        if (clear > 0) {
            kept.add(inClear());
        }
        if (requests > 0) {
            kept.add(asked());
        }
        since.forEach(one -> kept.add(begun(one)));
        kept.add(marks());
        kept.add(ofBanks());
        kept.add(sent());
        kept.add(copies());
        kept.add(disks());
        return kept;
    }

    private Kept invoices(int year, int count) {
        LocalDate untilOn = ClosedYear.keptUntil(year);
        return new Kept(
                KeptKind.INVOICES,
                count,
                year,
                language.count(
                                count,
                                say("facture ou avoir", "invoice or credit note"),
                                say("factures et avoirs", "invoices and credit notes"))
                        + ofOthers(others.getOrDefault(year, 0))
                        + say(
                                " de " + year + ", avec nom, adresse et courriel au jour de l’émission : sur invoices,"
                                        + " dans named-parties, dans les fichiers de documents, lettres et envois",
                                " of " + year + ", with name, address and e-mail as of issue: on invoices, in"
                                        + " named-parties, in the files of documents, letters and mailings"),
                say(
                        "pièces comptables, à conserver dix ans (C. com., art. L123-22 ; RGPD, art. 17, § 3, b)",
                        "accounting records, kept for ten years (C. com., L123-22; GDPR, art. 17(3)(b))"),
                say("jusqu’au ", "")
                        + language.day(untilOn)
                        + say(
                                ", fin des fichiers par « retention year " + year + " » ; sur invoices et dans"
                                        + " named-parties au-delà, la suite des numéros s’y prouve",
                                ", when 'retention year " + year + "' ends the files; on invoices and in named-parties"
                                        + " beyond it, as numbers without a gap are proved there"),
                untilOn);
    }

    private String ofOthers(int count) {
        return count == 0 ? "" : say(" (dont " + count + " pour un financeur)", " (" + count + " of them to a funder)");
    }

    private Kept facts(boolean ofInvoices) {
        return new Kept(
                ofInvoices ? KeptKind.FACTS_OF_INVOICES : KeptKind.FACTS,
                facts,
                orders,
                language.count(facts, say("fait", "fact"), say("faits", "facts"))
                        + say(" sur ", " of ")
                        + language.count(orders, say("commande", "order"), say("commandes", "orders"))
                        + say(
                                ", sous identifiants" + (clear > 0 ? "" : " et sans texte libre")
                                        + " ; libellés des lignes",
                                " under ids" + (clear > 0 ? "" : ", without words") + "; descriptions of lines")
                        + (ofInvoices ? say(" comme sur les factures", " as on the invoices") : ""),
                ofInvoices
                        ? say(
                                "ce sur quoi reposent les factures (C. com., art. L123-22)",
                                "what the invoices rest on (C. com., L123-22)")
                        : say("ce sur quoi repose le contrat", "what the contract rests on"),
                ofInvoices
                        ? say("comme les factures", "as the invoices")
                        : say(
                                "aussi longtemps que l’installation : rien n’est retiré de facts ; ce qui y dit de qui"
                                        + " il s’agit est un identifiant",
                                "as long as the installation: nothing is taken from facts; what says there whose they"
                                        + " are is an id"),
                null);
    }

    private Kept inClear() {
        return new Kept(
                KeptKind.CLEAR_WORDS,
                clear,
                0,
                language.count(
                                clear,
                                say("fait ou décision", "fact or decision"),
                                say("faits et décisions", "facts and decisions"))
                        + say(
                                ", avec texte libre, en clair : sur facts, dans les journaux des comptes, des paiements"
                                        + " et des clients",
                                ", with words in clear: on facts, in the changelogs of accounts, payments and"
                                        + " customers"),
                say(
                        "reçus sans clé (privacy.master.key.file) : il n’y en a aucune à détruire",
                        "received while no key was set (privacy.master.key.file): there is none to destroy"),
                say("aussi longtemps que l’installation", "as long as the installation"),
                null);
    }

    private Kept asked() {
        return new Kept(
                KeptKind.REQUESTS,
                requests,
                0,
                language.count(
                                requests,
                                say("demande de droit ou décision", "request for a right, or decision"),
                                say("demandes de droits et décisions", "requests for rights and decisions"))
                        + say(
                                " sur la personne, avec leurs jours et leurs suites, sous identifiants"
                                        + (clear > 0 ? "" : " et sans texte libre")
                                        + " : dans le journal des clients",
                                " about the person, with their days and what became of them, under ids"
                                        + (clear > 0 ? "" : ", without words")
                                        + ": in the changelog of customers")
                        + (failed > 0
                                ? say(
                                        " ; l’empreinte de l’adresse d’un courriel revenu, à clé si les textes sont"
                                                + " scellés",
                                        "; the digest of an address that an e-mail came back from, keyed where words"
                                                + " are sealed")
                                : ""),
                say(
                        "preuve que les droits ont été respectés (RGPD, art. 5, § 2 ; C. civ., art. 2224)",
                        "proof that rights were respected (GDPR, art. 5(2); C. civ., 2224)"),
                say(
                        "aussi longtemps que l’installation : rien n’y met fin",
                        "as long as the installation: nothing ends them"),
                null);
    }

    private Kept begun(OpenBusiness one) {
        return of(
                KeptKind.OPEN_SINCE,
                say("depuis l’effacement : ", "begun since it was erased: ") + one.in(language),
                say(
                        "nécessaire à l’exécution du contrat (RGPD, art. 17, § 1, a)",
                        "needed to perform the contract (GDPR, art. 17(1)(a))"),
                say("jusqu’à son terme : refaire alors la même demande", "until it ends: ask again then"));
    }

    /** They are there to be taken back with their payments; without the master key and the IBAN nobody makes one. */
    private Kept marks() {
        return of(
                KeptKind.ACCOUNT_MARKS,
                say(
                        "de chaque virement placé, l’empreinte à clé du compte d’où il est venu et ses quatre derniers"
                                + " caractères, dans le registre des paiements (payments)",
                        "of each transfer that was placed, the keyed digest of the account that it came from and its"
                                + " last four characters, in the register of payments (payments)"),
                say(
                        "retirés de la mémoire des comptes avec le paiement ; ne nomment personne et n’y mènent plus",
                        "taken out of the memory of accounts with the payment; they name nobody, and lead there no"
                                + " more"),
                say("aussi longtemps que le registre", "as long as the register"));
    }

    /** They came to the seller; nobody can tell by machine which of them name whom. */
    private Kept ofBanks() {
        return of(
                KeptKind.BANK_FILES,
                say(
                        "les fichiers des banques, avec noms, comptes et libellés : dans done et refused de « bank"
                                + " watch », ou là d’où ils ont été lus",
                        "files of banks, with names, accounts and texts: in done and refused of 'bank watch', or where"
                                + " they were read from"),
                say(
                        "pièces comptables, à conserver dix ans (C. com., art. L123-22 ; RGPD, art. 17, § 3, b)",
                        "accounting records, kept for ten years (C. com., L123-22; GDPR, art. 17(3)(b))"),
                say(
                        "dix ans après l’année où ils sont arrivés ; « retention year » avec --banks les supprime",
                        "ten years after the year in which they came; 'retention year' with --banks deletes them"));
    }

    private Kept sent() {
        return of(
                KeptKind.SENT,
                say(
                        "ce qui nous a été envoyé sur orders, payments, collection-actions et customer-actions, et ce"
                                + " qui en a été rejeté",
                        "what was sent to us on orders, payments, collection-actions and customer-actions, and what was"
                                + " rejected"),
                say(
                        "le temps de le traiter et d’en corriger les erreurs",
                        "until it is worked off, and what is wrong in it mended"),
                say(
                        "90 jours après réception, au « retention run --execute » suivant ; ce qui a été rejeté, par"
                                + " les serveurs",
                        "90 days after it came: at the next 'retention run --execute', what was rejected by the"
                                + " brokers"));
    }

    private Kept copies() {
        return of(
                KeptKind.COPIES,
                say(
                        "ce qu’une instance a supprimé de sa propre copie du registre et que ses fichiers contiennent"
                                + " encore",
                        "what an instance has deleted from its own copy of the register and not yet left behind"),
                say("RocksDB réécrit ses fichiers au fil du temps", "RocksDB writes its files anew in time"),
                say("une semaine", "a week"));
    }

    private Kept disks() {
        return of(
                KeptKind.DISKS,
                say(
                        "les blocs libres des disques des serveurs, et les sauvegardes qui ne sont pas les nôtres",
                        "blocks of the brokers' disks that are free, and backups that are not ours"),
                say("hors de portée de ce programme", "outside of what this program reaches"),
                say("selon l’exploitant", "as the operator says"));
    }

    private static Kept of(KeptKind kind, String what, String why, String until) {
        return new Kept(kind, 0, 0, what, why, until, null);
    }

    private String say(String french, String english) {
        return language.in(french, english);
    }
}
