package io.echeance.app.filing;

import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Sentence;
import io.echeance.document.Conformity;
import io.echeance.document.Flaw;
import io.echeance.document.Form;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of documents, by seller and year: {@code seller/year/number.cii.xml} and the like.
 *
 * <p>A file is whole or not there: it is written beside its place, forced to the disk, and moved. What is there is
 * never overwritten: with the same bytes it is left, with others the document is a problem. A document with a problem
 * has {@code number.problem.txt} that says which, and stops no other; the file goes when the document has been filed.
 */
public final class DocumentFolder implements AutoCloseable {

    static final String PROBLEM = "problem.txt";
    static final String LEFT = "left.txt";
    private static final String LOCK = ".lock";

    /** What became of a document. */
    public enum Outcome {
        WRITTEN,
        ALREADY_THERE,
        PROBLEM,
        /** The year's files have gone for ever. */
        ENDED
    }

    private final Path root;
    private final FileChannel lock;
    private final EndedYears ended;

    private DocumentFolder(Path root, FileChannel lock, EndedYears ended) {
        this.root = root;
        this.lock = lock;
        this.ended = ended;
    }

    /** Makes it where there is none; one process at a time has it. */
    public static DocumentFolder open(Path root) {
        return within(root, root);
    }

    /** A folder of its own, whose years have ended with those of the other one. */
    public static DocumentFolder within(Path whole, Path root) {
        try {
            OwnersOnly.folder(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new WorkFailed("another process files documents into " + root + ": one at a time may.");
            }
            return new DocumentFolder(root, channel, EndedYears.in(whole));
        } catch (FileAlreadyExistsException e) {
            throw new WrongCall(root + " is not a folder: name one, or what is to become one.", e);
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    /**
     * All forms of it, or a problem.
     *
     * @throws WorkFailed if the folder cannot be written: that is no matter of this document
     */
    public Outcome file(Invoice invoice) {
        if (isEnded(invoice.document().seller(), invoice.document().on().getYear())) {
            return Outcome.ENDED;
        }
        Map<Form, byte[]> forms = new EnumMap<>(Form.class);
        List<String> problems = new ArrayList<>(render(invoice, forms));
        FileName name = FileName.of(invoice.number());
        try {
            Path place = OwnersOnly.folder(
                    place(invoice.document().seller(), invoice.document().on().getYear()));
            boolean anew = false;
            for (Map.Entry<Form, byte[]> form : forms.entrySet()) {
                Path path = place.resolve(name.with(form.getKey().extension()));
                if (!Files.exists(path)) {
                    write(path, form.getValue());
                    anew = true;
                } else if (!form.getKey().isSame(Files.readAllBytes(path), form.getValue())) {
                    problems.add(path.getFileName() + " is there with other bytes: it was left as it is");
                }
            }
            Path problem = place.resolve(name.with(PROBLEM));
            if (!problems.isEmpty()) {
                write(problem, (String.join("\n", problems) + "\n").getBytes(StandardCharsets.UTF_8));
                return Outcome.PROBLEM;
            }
            Files.deleteIfExists(problem);
            return anew ? Outcome.WRITTEN : Outcome.ALREADY_THERE;
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    /** Fills the forms in, all or none. */
    private static List<String> render(Invoice invoice, Map<Form, byte[]> forms) {
        List<String> problems =
                Conformity.flaws(invoice).stream().map(Flaw::sentence).collect(Collectors.toCollection(ArrayList::new));
        if (problems.isEmpty()) {
            for (Form form : Form.values()) {
                try {
                    forms.put(form, form.of(invoice));
                } catch (RuntimeException e) {
                    // Whatever it is, it is this document's, and the others wait for theirs.
                    problems.add(form + " cannot be written: " + e);
                }
            }
        }
        if (!problems.isEmpty()) {
            forms.clear();
        }
        return problems;
    }

    /**
     * A letter under {@code seller/year}: written where none lies; one that lies there has been sent, and is left.
     *
     * @param letter makes its bytes; what it throws is the problem that is noted
     */
    Outcome keep(String seller, int year, FileName name, Supplier<byte[]> letter) {
        if (isEnded(seller, year)) {
            return Outcome.ENDED;
        }
        try {
            Path place = OwnersOnly.folder(place(seller, year));
            Path path = place.resolve(name.with("pdf"));
            Path problem = place.resolve(name.with(PROBLEM));
            if (Files.exists(path)) {
                return Outcome.ALREADY_THERE;
            }
            byte[] bytes;
            try {
                bytes = letter.get();
            } catch (RuntimeException e) {
                // Whatever it is, it is this letter's.
                write(problem, ("it cannot be written: " + e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
                return Outcome.PROBLEM;
            }
            write(path, bytes);
            Files.deleteIfExists(problem);
            return Outcome.WRITTEN;
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    /** Whether the files of a year have gone for ever. */
    boolean isEnded(String seller, int year) {
        return ended.has(seller, year);
    }

    /** What is said of those that are not written again; empty: there are none. */
    public static Optional<Sentence> ended(int count, Sentence what) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Sentence(
                        count + " " + what.french() + " d’années qui ont pris fin (« retention year ») : rien n’en est"
                                + " écrit à nouveau",
                        count + " " + what.english()
                                + " of years that have ended ('retention year') are not written again"));
    }

    /** Where a letter lies, or would. */
    Path letter(String seller, int year, FileName name) {
        return place(seller, year).resolve(name.with("pdf"));
    }

    /** How a letter has left, as it was noted; empty: it has not, as far as the folder knows. */
    Optional<String> left(String seller, int year, FileName name) {
        Path path = place(seller, year).resolve(name.with(LEFT));
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path).strip()) : Optional.empty();
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    /** Notes beside a letter how it has left: once. */
    void noteLeft(String seller, int year, FileName name, String how) {
        try {
            write(place(seller, year).resolve(name.with(LEFT)), (how + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    /** A record that cannot be read has no number: it goes by where it lies. */
    public void unreadable(String where, String sentence) {
        try {
            write(root.resolve(FileName.of(where).with(PROBLEM)), (sentence + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    /** The documents that have a problem now, by their files. */
    public List<Path> problems() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith("." + PROBLEM))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    private Path place(String seller, int year) {
        return root.resolve(FileName.of(seller).text()).resolve(String.valueOf(year));
    }

    /** What was written last under a name that is the folder's own; nothing: it never was. */
    Optional<String> note(String name) {
        Path path = root.resolve(name);
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    void note(String name, String text) {
        try {
            write(root.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(root, e);
        }
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        Path part = path.resolveSibling("." + path.getFileName() + ".part");
        Files.deleteIfExists(part);
        OwnersOnly.file(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static WorkFailed failed(Path root, IOException cause) {
        return new WorkFailed(root + " cannot be written or read: " + cause, cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw failed(root, e);
        }
    }
}
