package io.echeance.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Markdown, as far as somebody would copy from it.
 *
 * @param blocks of code, fenced or indented by four
 * @param spans of code within a line
 */
public record Page(Path path, List<Block> blocks, List<String> spans) {

    /** Whoever reads the page does not see it. It stands before a block that no test can run, and says why. */
    private static final Pattern NOT_RUN = Pattern.compile("<!-- not run: (.+) -->");

    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern COMMAND =
            Pattern.compile("(\\./echeance|\\./mvnw|curl|docker|promtool|node|npm|java|export|kafka-\\S+) .*");
    private static final String INDENT = "    ";
    private static final String FENCE = "```";

    /**
     * A block of code.
     *
     * @param language of a fenced one; empty: it is not said
     * @param notRun why no test runs it; empty: one does
     */
    public record Block(String language, String text, String notRun) {

        public boolean isRun() {
            return notRun.isEmpty();
        }

        /** Its commands, each whole, however many lines it takes; none, if it begins with no command. */
        public List<String> commands() {
            List<String> commands = new ArrayList<>();
            StringBuilder open = new StringBuilder();
            for (String line : text.lines().toList()) {
                open.append(open.isEmpty() ? "" : "\n").append(line);
                boolean isQuoted = open.chars().filter(c -> c == '\'').count() % 2 == 1;
                if (!isQuoted && !line.endsWith("\\")) {
                    commands.add(open.toString());
                    open.setLength(0);
                }
            }
            return commands.isEmpty()
                            || !isCommand(
                                    commands.getFirst().lines().findFirst().orElse(""))
                    ? List.of()
                    : commands;
        }
    }

    static boolean isCommand(String line) {
        return COMMAND.matcher(line).matches();
    }

    /** README and all of topology-docs; the decisions are not for copying from. */
    public static List<Page> all() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("topology-docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), pages.sorted())
                    .filter(path -> path.toString().endsWith(".md"))
                    .map(Page::read)
                    .toList();
        }
    }

    public static Page read(Path path) {
        try {
            return parse(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page parse(Path path, List<String> lines) {
        Page page = new Page(path, new ArrayList<>(), new ArrayList<>());
        String notRun = "";
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            Matcher mark = NOT_RUN.matcher(line);
            if (mark.matches()) {
                notRun = mark.group(1);
            } else if (line.startsWith(FENCE) || line.startsWith(INDENT)) {
                int end = line.startsWith(FENCE) ? closing(lines, n) : indented(lines, n);
                String language =
                        line.startsWith(FENCE) ? line.substring(FENCE.length()).strip() : "";
                int first = line.startsWith(FENCE) ? n + 1 : n;
                String text = String.join("\n", lines.subList(first, end));
                page.blocks.add(new Block(language, line.startsWith(FENCE) ? text : text.stripIndent(), notRun));
                notRun = "";
                n = line.startsWith(FENCE) ? end : end - 1;
            } else if (!line.isBlank()) {
                notRun = "";
                SPAN.matcher(line).results().forEach(span -> page.spans.add(span.group(1)));
            }
        }
        return page;
    }

    private static int closing(List<String> lines, int opening) {
        int n = opening + 1;
        while (!lines.get(n).startsWith(FENCE)) {
            n++;
        }
        return n;
    }

    private static int indented(List<String> lines, int first) {
        int n = first;
        while (n < lines.size() && lines.get(n).startsWith(INDENT)) {
            n++;
        }
        return n;
    }

    /** Puts the files that the page shows into a folder: a fenced block whose language is followed by a path. */
    public void copyFiles(Path folder) throws IOException {
        for (Block block : blocks) {
            String[] languageAndPath = block.language().split(" ");
            if (languageAndPath.length == 2) {
                Path file = folder.resolve(languageAndPath[1]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text() + "\n");
            }
        }
    }

    /** The one block in a language. */
    public String program(String language) {
        return blocks.stream()
                .filter(block -> block.language.equals(language))
                .map(Block::text)
                .findFirst()
                .orElseThrow();
    }
}
