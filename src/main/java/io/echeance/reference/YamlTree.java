package io.echeance.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses one YAML document into a {@link YamlNode}; what is not plain YAML data is a {@link Problem}. */
final class YamlTree {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final YAMLParser parser;
    private final List<Problem> problems;

    private YamlTree(String file, YAMLParser parser, List<Problem> problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /** The document's tree; what could not be read of it is missing there and reported in {@code problems}. */
    static YamlNode parse(String file, String text, List<Problem> problems) {
        try (YAMLParser parser = YAML.createParser(text)) {
            YamlTree tree = new YamlTree(file, parser, problems);
            if (parser.nextToken() == null) {
                return new YamlNode.Nothing(1);
            }
            YamlNode root = tree.node();
            if (parser.nextToken() != null) {
                tree.problem(tree.line(), "a file holds one document; there is a second one here");
            }
            return root;
        } catch (JsonProcessingException unreadable) {
            int line = unreadable.getLocation() == null
                    ? 1
                    : unreadable.getLocation().getLineNr();
            String reason = unreadable.getOriginalMessage().lines().findFirst().orElse("unreadable");
            problems.add(new Problem(file, Math.max(line, 1), "", "this is not YAML: " + reason));
            return new YamlNode.Nothing(1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private YamlNode node() throws IOException {
        int line = line();
        if (parser.isCurrentAlias()) {
            problem(line, "write the value out: aliases (*name) are not followed");
            return new YamlNode.Nothing(line);
        }
        return switch (parser.currentTokenId()) {
            case JsonTokenId.ID_START_OBJECT -> mapping(line);
            case JsonTokenId.ID_START_ARRAY -> sequence(line);
            case JsonTokenId.ID_NULL -> new YamlNode.Nothing(line);
            default -> new YamlNode.Scalar(line, parser.getText());
        };
    }

    private YamlNode mapping(int line) throws IOException {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            YamlNode value = node();
            if (entries.putIfAbsent(key, new YamlNode.Entry(keyLine, value)) != null) {
                problem(keyLine, "the key '" + key + "' stands here a second time");
            }
        }
        return new YamlNode.Mapping(line, entries);
    }

    private YamlNode sequence(int line) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new YamlNode.Sequence(line, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private void problem(int line, String sentence) {
        problems.add(new Problem(file, line, "", sentence));
    }
}
