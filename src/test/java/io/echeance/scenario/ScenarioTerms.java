package io.echeance.scenario;

import io.echeance.reference.TermPacks;
import java.nio.file.Path;

/** The terms that scenarios name: the bundled ones, and those with what no seller of the demo asks for. */
public final class ScenarioTerms {

    private static final TermPacks ALL =
            TermPacks.bundled().with(TermPacks.in(Path.of("src", "test", "resources", "packs", "scenarios")));

    private ScenarioTerms() {}

    public static TermPacks all() {
        return ALL;
    }
}
