package io.echeance.reference;

import io.echeance.core.lint.TermPack;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sellers' terms of sale, read from a folder of YAML packs, one file a version. */
public final class TermPacks {

    private static final String FOLDER = "/terms";

    private final List<TermPack> packs;

    private TermPacks(List<TermPack> packs) {
        this.packs = packs;
    }

    /** The packs that come with the program, read once. */
    public static TermPacks bundled() {
        return Bundled.PACKS;
    }

    private static final class Bundled {
        private static final TermPacks PACKS = readBundled();
    }

    private static TermPacks readBundled() {
        try {
            URI folder = Objects.requireNonNull(TermPacks.class.getResource(FOLDER), FOLDER)
                    .toURI();
            if (!folder.getScheme().equals("jar")) {
                return in(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return in(jar.getPath(FOLDER));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the program's own term packs cannot be read", unreadable);
        }
    }

    /**
     * The packs in a folder: its files {@code *.yaml}.
     *
     * @throws UnreadableReferenceData with every problem of every file
     * @throws UncheckedIOException if the folder or a file cannot be read
     */
    public static TermPacks in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return read(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One pack. */
    public static TermPack file(Path file) {
        return read(List.of(file)).packs.getFirst();
    }

    private static TermPacks read(List<Path> files) {
        List<Problem> problems = new ArrayList<>();
        List<TermPack> packs = new ArrayList<>();
        for (Path file : files) {
            try {
                String text = TextFile.read(file);
                packs.add(TermPackReader.read(file.toString(), text));
            } catch (UnreadableReferenceData unreadable) {
                problems.addAll(unreadable.problems());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        if (!problems.isEmpty()) {
            throw new UnreadableReferenceData(problems);
        }
        packs.sort(Comparator.comparing(pack -> pack.terms().id()));
        return new TermPacks(List.copyOf(packs));
    }

    /** These and {@code others} beside them; of a version that both have, the others'. */
    public TermPacks with(TermPacks others) {
        Map<String, TermPack> byId = new TreeMap<>();
        packs.forEach(pack -> byId.put(pack.terms().id(), pack));
        others.packs.forEach(pack -> byId.put(pack.terms().id(), pack));
        return new TermPacks(List.copyOf(byId.values()));
    }

    /** With what the texts claim, by id. */
    public List<TermPack> packs() {
        return packs;
    }

    /** The terms alone, by id. */
    public List<Terms> all() {
        return packs.stream().map(TermPack::terms).toList();
    }

    public TermsCatalogue catalogue() {
        return new TermsCatalogue(all());
    }

    /** @param id pinned ({@code technolowgic@2024-12-02}), or a name: its latest version */
    public Optional<TermPack> pack(String id) {
        return packs.stream()
                .filter(pack ->
                        pack.terms().id().equals(id) || pack.terms().name().equals(id))
                .max(Comparator.comparing(pack -> pack.terms().inForceOn()));
    }

    /** As {@link #pack}, the terms alone. */
    public Optional<Terms> find(String id) {
        return pack(id).map(TermPack::terms);
    }
}
