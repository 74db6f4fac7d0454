package io.echeance.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in one sentence why a file or directory cannot be written. */
final class StorageFailure {
    private StorageFailure() {}

    static CannotStart of(Path place, IOException failure) {
        return new CannotStart(sentence(place, failure), failure);
    }

    /** Whether the operating system said so, in this failure or in one that caused it. */
    static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    static String diskFull(Path place) {
        return "The disk that holds %s is full: free some space, or name a directory on another disk.".formatted(place);
    }

    private static String sentence(Path place, IOException failure) {
        if (isDiskFull(failure)) {
            return diskFull(place);
        }
        String why = failure instanceof AccessDeniedException ? "permission denied" : reason(failure);
        return "%s cannot be written (%s): name another directory.".formatted(place, why);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
