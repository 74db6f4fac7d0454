package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("The help")
class HelpTest {

    @Test
    @DisplayName("says of the commands what they say of themselves")
    void saysTheSame() {
        assertThat(Call.line("--help").out())
                .isEqualTo(Echeance.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
    }

    @Test
    @DisplayName("makes none of them: a short call is short")
    void makesNone() {
        assertThat(Echeance.commandLine("--help").getSubcommands().values())
                .hasSizeGreaterThan(15)
                .allSatisfy(command ->
                        assertThat(command.getCommandSpec().options()).isEmpty());
    }

    @Test
    @DisplayName("of one command makes that one")
    void makesOne() {
        assertThat(Echeance.commandLine("interest", "--help").getSubcommands()).containsOnlyKeys("interest");
    }
}
