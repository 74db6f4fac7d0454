package io.echeance.app.filing;

import io.echeance.app.terminal.WorkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a dry run. */
public final class Preview {

    private Preview() {}

    /** Made if need be; what an earlier dry run left there is deleted, and nothing else. */
    public static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> files;
            try (Stream<Path> there = Files.walk(folder)) {
                files = there.filter(Preview::isOurs).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
            return folder;
        } catch (IOException e) {
            throw new WorkFailed(folder + " cannot be written or read: " + e, e);
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.endsWith(".pdf") || name.endsWith(".eml") || name.endsWith("." + DocumentFolder.PROBLEM));
    }
}
