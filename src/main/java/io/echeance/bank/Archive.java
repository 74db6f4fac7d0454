package io.echeance.bank;

import io.echeance.bank.RefusedFile.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files that a bank has put into a zip archive. */
public final class Archive {

    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 50_000_000;

    private Archive() {}

    /** By their names; a file that is no archive is alone, under the name given. What lies deeper is not opened. */
    public static Map<String, byte[]> files(String name, byte[] content) throws RefusedFile {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!isArchive(content)) {
            files.put(name, content);
            return files;
        }
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] unpacked = zip.readNBytes(left + 1);
                left -= unpacked.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new RefusedFile(
                            Cause.TOO_LARGE, entry.getName(), "the archive holds more than 200 files or 50 MB");
                }
                files.put(name + "!" + entry.getName(), unpacked);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new RefusedFile(Cause.CUT_OFF, "file", "the archive is broken (" + broken.getMessage() + ")");
        }
        if (files.isEmpty()) {
            throw new RefusedFile(Cause.EMPTY, "file", "there is nothing in the archive");
        }
        return files;
    }

    private static boolean isArchive(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }
}
