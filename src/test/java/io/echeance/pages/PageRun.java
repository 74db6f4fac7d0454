package io.echeance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs what the pages say, in a folder of its own, against a demo that runs on other ports than they name. */
public final class PageRun implements AutoCloseable {

    private static final Pattern ADDRESSES = Pattern.compile(
            "broker: +(\\S+)\\s+registry: +(http://[^/\\s]+)\\S* .*\\s+ask: +curl '(http://[^/]+)/", Pattern.MULTILINE);

    /** What stands for something in a line of text, and what a reader might put there. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "FILE", "app.properties",
            "NAME", "anna",
            "ROLE", "collect",
            "ID", "technolowgic",
            "YYYY", "2025",
            "MODE", "accounts",
            "DIR", "src/main/resources/terms");

    /** Go on until they are stopped; what shows that they work. */
    private static final Map<String, String> ENDLESS = Map.of(
            "./echeance clock", "The clock runs",
            "./echeance documents --to archive --follow", "archive/.progress");

    /** Run by others, which stop and start what the pages need. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "./echeance demo", "DemoIT",
            "./echeance run --config FILE", "CommandsIT");

    /** Nothing that only a shell understands. */
    private static final Pattern PLAIN = Pattern.compile("[./]+echeance( [\\w./:,@+=-]+)+");

    private final Path folder;
    private final CommandLoop loop;
    private final String broker;
    private final String registry;
    private final String questions;

    /** @param announced what the demo has said */
    public PageRun(Path folder, String announced) throws IOException {
        Matcher addresses = ADDRESSES.matcher(announced);
        assertThat(addresses.find()).as(announced).isTrue();
        this.folder = Files.createDirectories(folder);
        this.broker = addresses.group(1);
        this.registry = addresses.group(2);
        this.questions = addresses.group(3);
        for (String name : List.of("echeance", "docker", "src")) {
            Files.createSymbolicLink(folder.resolve(name), Path.of(name).toAbsolutePath());
        }
        for (Page page : Page.all()) {
            page.copyFiles(folder);
        }
        Files.writeString(folder.resolve(".curlrc"), "fail-with-body\nsilent\nshow-error\n");
        Files.writeString(folder.resolve("app.properties"), settings());
        this.loop = new CommandLoop(folder, environment());
    }

    /** How it is reached. */
    public String settings() {
        return """
            bootstrap.servers=%s
            apicurio.registry.url=%s/apis/registry/v3
            state.dir=state
            """.formatted(broker, registry);
    }

    /** The names of what it measures now. */
    public Set<String> metrics() throws IOException, InterruptedException {
        return run("curl 'localhost:8090/metrics'")
                .out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    public String broker() {
        return broker;
    }

    public String confluentApi() {
        return registry + "/apis/ccompat/v7";
    }

    /** With the addresses that the demo really has. */
    public String here(String text) {
        return text.replace("http://127.0.0.1:8081", registry)
                .replace("127.0.0.1:9092", broker)
                .replace("localhost:8090", questions);
    }

    /** The questions of a page, none that changes anything. */
    public void ask(Page page) throws IOException, InterruptedException {
        for (Page.Block block : page.blocks()) {
            for (String command : block.commands()) {
                if (command.startsWith("curl") && !command.contains("/commands/") && !command.contains("/decision")) {
                    run(command);
                }
            }
        }
    }

    /**
     * Those of the README as one types them, the others one after the other in one process.
     *
     * @return the commands that were run, in order
     */
    public List<String> runAll(List<Page> pages) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        for (Page page : pages) {
            page.blocks().stream().filter(Page.Block::isRun).forEach(block -> commands.addAll(block.commands()));
            page.spans().stream().filter(span -> span.startsWith("./echeance ")).forEach(commands::add);
        }
        List<String> typed = Page.read(Path.of("README.md")).blocks().stream()
                .flatMap(block -> block.commands().stream())
                .toList();
        List<String> run = new ArrayList<>();
        for (String command : new TreeSet<>(commands)) {
            if (!ELSEWHERE.containsKey(command)) {
                String line = filled(command);
                if (typed.contains(command)
                        || ENDLESS.containsKey(command)
                        || !PLAIN.matcher(line).matches()) {
                    run(command);
                } else {
                    loop.run(line).assertDone();
                }
                run.add(command);
            }
        }
        return run;
    }

    /** One of them. */
    public Shell.Done run(String command) throws IOException, InterruptedException {
        String line = filled(command);
        String shell = Shell.has("zsh") ? "zsh" : "sh";
        String sign = ENDLESS.get(command);
        if (sign == null) {
            return Shell.run(folder, environment(), shell, "-c", line).assertDone();
        } else {
            return Shell.stopped(
                            folder,
                            environment(),
                            said -> said.contains(sign) || Files.exists(folder.resolve(sign)),
                            shell,
                            "-c",
                            "exec " + line)
                    .assertDone();
        }
    }

    private String filled(String command) {
        String line = here(command);
        for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
            line = line.replaceAll("(?<= )" + placeholder.getKey() + "\\b", placeholder.getValue());
        }
        return line;
    }

    @Override
    public void close() {
        loop.close();
    }

    /** The program in Java that the page has: what it says of so many records. */
    public List<String> inJava(Page page, int records) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("ReadInvoices.java"), here(page.program("java")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return lines(
                folder,
                records,
                java,
                "-cp",
                System.getProperty("java.class.path"),
                source.getFileName().toString());
    }

    /**
     * The program in Node, likewise.
     *
     * @param installed where its libraries are
     */
    public List<String> inNode(Page page, Path installed, int records) throws IOException, InterruptedException {
        Path source = Files.writeString(installed.resolve("readme.js"), here(page.program("js")));
        return lines(installed, records, "node", source.getFileName().toString());
    }

    private List<String> lines(Path where, int records, String... command) throws IOException, InterruptedException {
        Shell.Done done =
                Shell.stopped(where, environment(), said -> records(said).size() >= records, command);
        assertThat(records(done.out())).as(done.out()).hasSize(records);
        return records(done.out());
    }

    /** What the libraries say besides is no record. */
    private static List<String> records(String said) {
        return said.lines()
                .filter(line -> line.matches("\\S+-\\d{4}-\\d{6} .*"))
                .toList();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("CURL_HOME", folder.toAbsolutePath().toString());
        environment.put("ECHEANCE_BOOTSTRAP_SERVERS", broker);
        environment.put("ECHEANCE_APICURIO_REGISTRY_URL", registry + "/apis/registry/v3");
        return environment;
    }
}
