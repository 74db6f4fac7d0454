package io.echeance.app.person;

import io.echeance.app.filing.YearOfFiles.Ended;
import io.echeance.core.invoice.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the end of a year says of itself: what went, what stays and why.
 *
 * @param lying how many of the year's keys a reader of their topic still found
 * @param keysTopic by its name on the brokers
 * @param files what became of each folder
 * @param execute false: it only says what would go
 */
record YearCertificate(
        ClosedYear closed, int lying, String keysTopic, Map<Path, Ended> files, boolean execute, Language language) {

    List<String> lines(Instant at, String by) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                        "Fin de conservation de l’année " + closed.year() + " et des précédentes : ",
                        "End of " + closed.year() + " and of the years before it: ")
                + state());
        lines.add(Certificate.madeAt(at, by, language) + say(" ; C. com., art. L123-22", "; C. com., L123-22"));
        lines.add("");
        lines.addAll(went());
        lines.add("");
        lines.addAll(stays());
        if (execute && lying > 0) {
            lines.add("");
            lines.add(say(
                    "Pas encore prouvé : ce qui a été supprimé subsiste dans " + keysTopic + " jusqu’au nettoyage par"
                            + " les serveurs, un à deux jours. Relancer la même commande pour le vérifier.",
                    "Not proved yet: what was deleted lies in " + keysTopic
                            + " until the brokers have cleaned it, a day or two. Ask again with the same command."));
        }
        return lines;
    }

    private String state() {
        if (!execute) {
            return say("rien n’est supprimé sans --execute", "nothing is deleted without --execute");
        }
        return lying == 0 ? say("prouvée (ENDED)", "ENDED") : say("preuve en attente (PENDING)", "PENDING");
    }

    private List<String> went() {
        List<String> lines = new ArrayList<>();
        lines.add(execute ? say("Ce qui a été supprimé", "What went") : say("Ce qui serait supprimé", "What would go"));
        int keys = closed.keys().size();
        lines.add(say(
                "  clés de ce qui a été saisi et de ce que les banques ont transmis, sur des commandes terminées : "
                        + keys + ", dont " + lying + " encore dans " + keysTopic,
                "  keys of what was typed and what banks passed on, about orders that have ended: " + keys
                        + ", of which " + lying + " lie in " + keysTopic));
        files.forEach((folder, ended) -> lines.add("  " + folder + say(" : ", ": ") + gone(ended.count())));
        files.forEach((folder, ended) -> {
            if (ended.previews() > 0) {
                lines.add("  " + folder
                        + say(" : de ce que « --dry-run » y a laissé, ", ": of what '--dry-run' has left there, ")
                        + gone(ended.previews()));
            }
        });
        return lines;
    }

    private String gone(int count) {
        String files = language.count(count, say("fichier", "file"), say("fichiers", "files"));
        boolean isOne = files.endsWith("fichier");
        return files
                + (execute
                        ? say(isOne ? " supprimé" : " supprimés", " deleted")
                        : say(isOne ? " serait supprimé" : " seraient supprimés", " would be deleted"));
    }

    private List<String> stays() {
        List<String> lines = new ArrayList<>();
        lines.add(say("Ce qui est conservé", "What stays"));
        closed.open()
                .values()
                .forEach(open -> lines.add("  "
                        + open.in(language)
                        + say(
                                " ; ses textes et les fichiers de son vendeur restent, ceux des banques aussi",
                                "; its words and its seller's files stay, and those of banks")));
        lines.add(say(
                "  facts, ledger-entries et tout ce qui est conservé sans limite : des chiffres sous identifiants, sans"
                        + " texte libre",
                "  facts, ledger-entries and all else that is kept for ever: numbers under ids, without words"));
        lines.add(say(
                "  invoices et named-parties, avec nom et adresse au jour de l’émission : un topic de toutes les"
                    + " années, dont « series check » prouve qu’aucun numéro ne manque ; une partie seule ne peut en"
                    + " partir",
                "  invoices and named-parties, with name and address as of issue: a topic of all years, of which"
                        + " 'series check' proves that no number is missing; a part of it cannot go alone"));
        lines.add(say(
                "  dans un autre dossier, « documents » et « letters » réécriraient les fichiers, à partir de invoices"
                        + " ; dans ceux qui sont nommés ici, la fin de l’année est notée",
                "  in another folder 'documents' and 'letters' would write the files again, from invoices; in those"
                        + " that are named here the end of the year is noted"));
        files.values().stream()
                .flatMap(ended -> ended.others().stream())
                .forEach(file -> lines.add("  " + file
                        + say(
                                " : ne porte aucun de nos noms, quelqu’un l’a déposé là",
                                ": it bears none of our names, somebody has put it there")));
        lines.add(say(
                "  parties, et les textes des décisions sur des clients : jusqu’à l’effacement de la personne ; ces"
                        + " décisions et les demandes de droits, sous identifiants, au-delà",
                "  parties, and the words of decisions about customers: until the person is erased; the decisions, and"
                        + " requests for rights, under ids beyond it"));
        lines.add(say(
                "  les blocs libres des disques, et les sauvegardes qui ne sont pas les nôtres : selon l’exploitant",
                "  blocks of disks that are free, and backups that are not ours: as the operator says"));
        return lines;
    }

    private String say(String french, String english) {
        return language.in(french, english);
    }
}
