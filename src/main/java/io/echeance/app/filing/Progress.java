package io.echeance.app.filing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far the documents of a topic are filed. It stands in the folder, beside the documents, and not with the brokers:
 * who deletes the folder, or begins another, gets all documents again, and a copy of the folder goes on where it was.
 *
 * @param cluster whose topic it is: of another, it says nothing
 * @param next by partition, the offset to go on with
 */
record Progress(String cluster, Map<Integer, Long> next) {

    private static final String NAME = ".progress";

    /** As the folder says; nothing is filed where it says nothing, or of another cluster. */
    static Progress of(DocumentFolder folder, String cluster) {
        Optional<String> said = folder.note(NAME);
        Map<Integer, Long> next = new TreeMap<>();
        if (said.isPresent()) {
            String[] lines = said.get().split("\n");
            if (lines[0].equals(cluster)) {
                for (int n = 1; n < lines.length; n++) {
                    String[] one = lines[n].split(" ");
                    next.put(Integer.valueOf(one[0]), Long.valueOf(one[1]));
                }
            }
        }
        return new Progress(cluster, next);
    }

    /** To be called when all before it lies on the disk. */
    void keep(DocumentFolder folder) {
        folder.note(
                NAME,
                cluster + "\n"
                        + next.entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue() + "\n")
                                .collect(Collectors.joining()));
    }
}
