package io.echeance.app.filing;

import io.echeance.app.terminal.WorkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a dry run has written, in a folder of its own within that of the mailings. It shows what would leave on that
 * day, and is nobody's proof: it may go at any time.
 */
public final class Preview {

    private static final String NAME = "preview";

    private Preview() {}

    /**
     * Made if need be, for its owner alone; what an earlier dry run left there is deleted, and nothing else. Of years
     * that have ended in the folder of the mailings nothing is shown.
     */
    public static DocumentFolder open(Path mailings) {
        DocumentFolder folder = DocumentFolder.within(mailings, mailings.resolve(NAME));
        try {
            for (Path file : files(mailings)) {
                Files.delete(file);
            }
            return folder;
        } catch (IOException e) {
            folder.close();
            throw new WorkFailed(folder.root() + " cannot be written or read: " + e, e);
        }
    }

    /** What dry runs have left. */
    static List<Path> files(Path mailings) throws IOException {
        Path folder = mailings.resolve(NAME);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> there = Files.walk(folder)) {
            return there.filter(Preview::isOurs).toList();
        }
    }

    private static boolean isOurs(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Stream.of("pdf", "eml", DocumentFolder.PROBLEM, DocumentFolder.LEFT)
                        .anyMatch(end -> file.getFileName().toString().endsWith("." + end));
    }
}
