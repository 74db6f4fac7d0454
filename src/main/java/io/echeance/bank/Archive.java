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
    /** Of a file, or of all in an archive. */
    public static final int MOST_BYTES = 50_000_000;

    /** Bytes of the record that ends a directory, without its comment (APPNOTE 4.3.16). */
    private static final int DIRECTORY_END = 22;

    private static final int LONGEST_COMMENT = 0xFFFF;
    /** Where that record counts all files: two bytes, little endian. */
    private static final int COUNT = 10;

    private static final int SIGNATURE = 4;

    private Archive() {}

    /** By their names; a file that is no archive is alone, under the name given. What lies deeper is not opened. */
    public static Map<String, byte[]> files(String name, byte[] content) throws RefusedFile {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!isArchive(content)) {
            files.put(name, content);
            return files;
        }
        if (content.length > MOST_BYTES) {
            throw new RefusedFile(Cause.TOO_LARGE, "file", "the archive has more than 50 MB");
        }
        int listed = listed(content);
        int found = 0;
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found++;
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] unpacked = zip.readNBytes(left + 1);
                left -= unpacked.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new RefusedFile(
                            Cause.TOO_LARGE, entry.getName(), "the archive holds more than 200 files or 50 MB");
                }
                files.put(free(name + "!" + entry.getName(), files), unpacked);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new RefusedFile(Cause.CUT_OFF, "file", "the archive is broken (" + broken.getMessage() + ")");
        }
        if (found != listed) {
            throw new RefusedFile(
                    Cause.CUT_OFF, "file", "the archive lists " + listed + " files, and has " + found + " of them");
        }
        if (files.isEmpty()) {
            throw new RefusedFile(Cause.EMPTY, "file", "there is nothing in the archive");
        }
        return files;
    }

    /** An archive may hold two files of one name: neither takes the other's place. */
    private static String free(String name, Map<String, byte[]> taken) {
        String free = name;
        for (int n = 2; taken.containsKey(free); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    /** So many files its directory lists, which stands at its end: an archive without it was cut off. */
    private static int listed(byte[] content) throws RefusedFile {
        int first = Math.max(0, content.length - DIRECTORY_END - LONGEST_COMMENT);
        for (int at = content.length - DIRECTORY_END; at >= first; at--) {
            if (isAt(content, at, 5, 6)) {
                int high = Byte.toUnsignedInt(content[at + COUNT + 1]);
                return Byte.toUnsignedInt(content[at + COUNT]) + (high << Byte.SIZE);
            }
        }
        throw new RefusedFile(Cause.CUT_OFF, "file", "the archive ends before its directory");
    }

    /** It begins with a file, or, empty, with its directory. */
    private static boolean isArchive(byte[] content) {
        return isAt(content, 0, 3, 4) || isAt(content, 0, 5, 6);
    }

    private static boolean isAt(byte[] content, int at, int third, int fourth) {
        return content.length >= at + SIGNATURE
                && content[at] == 'P'
                && content[at + 1] == 'K'
                && content[at + 2] == third
                && content[at + 3] == fourth;
    }
}
