package io.echeance.app.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that name people: what is made here, nobody but its owner reads. What was there before stays as it was. */
final class OwnersOnly {

    private OwnersOnly() {}

    /** Mode 0700, and those above it that are missing. */
    static Path folder(Path path) throws IOException {
        return Files.createDirectories(path, mode(path, "rwx------"));
    }

    /** Mode 0600, empty. */
    static Path file(Path path) throws IOException {
        return Files.createFile(path, mode(path, "rw-------"));
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
