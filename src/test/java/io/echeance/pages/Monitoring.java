package io.echeance.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a person's eyes and Prometheus's are pointed at. */
public final class Monitoring {

    static final Path RULES = Path.of("docker", "config", "alerts.yaml");
    private static final Path DASHBOARD = Path.of("docker", "grafana", "dashboards", "echeance.json");

    private Monitoring() {}

    /** What both need of an instance; {@code up} is Prometheus's own. */
    public static Set<String> metrics() throws IOException {
        Set<String> metrics = new TreeSet<>();
        rules().values().forEach(expression -> metrics.addAll(PromQl.metricsOf(expression)));
        panels().values().forEach(expression -> metrics.addAll(PromQl.metricsOf(expression)));
        metrics.remove("up");
        return metrics;
    }

    /** Expression by alert. */
    static SortedMap<String, String> rules() throws IOException {
        SortedMap<String, String> rules = new TreeMap<>();
        JsonNode file = new ObjectMapper(new YAMLFactory()).readTree(RULES.toFile());
        for (JsonNode group : file.path("groups")) {
            group.path("rules")
                    .forEach(rule -> rules.put(
                            rule.path("alert").textValue(), rule.path("expr").textValue()));
        }
        return rules;
    }

    /** Expression by panel and its letter. */
    static SortedMap<String, String> panels() throws IOException {
        SortedMap<String, String> panels = new TreeMap<>();
        JsonNode file = new ObjectMapper().readTree(DASHBOARD.toFile());
        for (JsonNode panel : file.path("panels")) {
            panel.path("targets")
                    .forEach(target -> panels.put(
                            panel.path("title").textValue() + " "
                                    + target.path("refId").asText(),
                            target.path("expr").textValue()));
        }
        return panels;
    }
}
