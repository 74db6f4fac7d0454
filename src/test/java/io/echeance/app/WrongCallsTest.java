package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A wrong call")
class WrongCallsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""                             | name a command: demo, run, publish, read, clock, simulate
        simulat x                      | 'simulat' is not understood here; did you mean 'simulate'?
        simulate                       | missing required parameter: 'FILE'
        simulate a b                   | 'b' is not understood here
        simulate --jso a               | unknown option '--jso'; did you mean '--json'?
        simulate no/such/file.json     | there is no file no/such/file.json: check its name
        simulate src                   | src is a folder: name a file in it
        simulate pom.xml               | pom.xml is not a scenario: it is not JSON (line 1)
        simulate pom.xml --as-of soon  | invalid value for option '--as-of': 'soon' is not a date
        run                            | missing required option: '--config=FILE'
        run --config no/such           | there is no file no/such: check its name
        config                         | say what: config check, config explain, config key or config token
        config token ann boss          | the token of ann has no role read, collect, decide, finance, dpo or admin
        config key /no/such/key        | there is no folder /no/such: make one that its owner alone may enter
        config check                   | missing required option: '--config=FILE'
        publish                        | missing required parameters: 'TOPIC', 'FILE'
        publish nowhere pom.xml        | there is no topic 'nowhere': name one of orders, payments
        publish invoices pom.xml       | invoices is written by the stream alone: publish to one of orders
        publish business-days pom.xml  | days are closed with 'clock'
        publish orders no/such         | there is no file no/such: check its name
        publish terms no/such.yaml     | there is no file no/such.yaml: check its name
        read nowhere                   | there is no topic 'nowhere': name one of orders
        read invoices --max 0          | --max 0 is not above 0
        read invoices --to-end         | --to-end goes with --from-beginning
        document                       | say what: document show
        document show                  | missing required parameter: 'ID'
        document show 1 --format word  | 'word' is not a format: name one of json, cii, ubl, pdf
        document show 1 --format pdf   | a PDF is not text: say --output FILE
        documents                      | missing required option: '--to=FOLDER'
        letters                        | missing required option: '--to=FOLDER'
        documents --to pom.xml         | pom.xml is not a folder: name one
        clock --from 2026-01-01        | --from and --to go with --day-by-day
        clock --once --catch-up        | --once, --day-by-day and --catch-up do not go together
        clock --day-by-day --to 2999-01-01 | --to 2999-01-01 is not over yet in Europe/Paris
        clock --day-by-day --from 2026-02-01 --to 2026-01-01 | --from 2026-02-01 comes after --to 2026-01-01
        demo --speed fast              | invalid value for option '--speed': 'fast' is not a speed, write it like 1
        demo --speed=-1                | invalid value for option '--speed': '-1' is not a speed
        demo --port 70000              | --port 70000 is not a port: name one from 0 to 65535
        demo --until never             | invalid value for option '--until': 'never' is not a date
        person erase                   | missing required parameter: 'ID'
        person erase E --by x --language de | invalid value for option '--language': 'de' is no language that we write
        retention run --language FR    | invalid value for option '--language': 'FR' is no language that we write
        topology x                     | 'x' is not understood here
        reset state                    | missing required option: '--config=FILE'
        reset --config pom.xml         | missing required parameter: 'MODE'
        reset --config x some          | invalid value for positional parameter at index 0 (MODE): 'some' is not a mode
        reset --config x state --from-now | --from-now goes with proof
        reset --config x accounts --and-numbers | --and-numbers goes with everything
        reset --config x everything    | everything forgets which invoice numbers were given
        reset --config no/such state   | there is no file no/such: check its name
        retention year -5 --by x       | invalid value for positional parameter at index 0 (YEAR): '-5' is not a year
        retention year 2014 --by=      | invalid value for option '--by': '' is nobody's name, say who does it
        person erase EVA --by=         | invalid value for option '--by': '' is nobody's name, say who does it
        mailings --to x --by=          | invalid value for option '--by': '' is nobody's name, say who does it
        person export EVA --to pom.xml | pom.xml is there already: name a file that is not, nothing is overwritten
        person export EVA --to no/e.zip | there is no folder no: make it, or name another place
        series                         | say what: series check
        ledger                         | say what: ledger balance, ledger close or ledger fec
        ledger close                   | missing required parameters: 'SELLER', 'MONTH'
        ledger close x 2026-13 | invalid value for positional parameter at index 1 (MONTH): '2026-13' is not a month
        ledger close x 2026-10 --entries 3 | --entries and --debit go together: say both, as they were shown
        ledger close x 2026-10 --debit 1,00 --entries 3 | invalid value for option '--debit': '1,00' is not an amount
        ledger close x 2026-10 --at nowhere | --at: 'nowhere' is no address, write it like http://127.0.0.1:8090
        ledger close x 2026-10 --token no/such | there is no file no/such: check its name
        ledger fec --year x            | invalid value for option '--year': 'x'
        ledger fec --seller x          | say which financial year: --year=YEAR, or --from=DATE and --to=DATE
        ledger fec --seller x --from 2025-09-01 | say which financial year
        ledger fec --seller x --year 2026 --to 2026-08-31 | say which financial year
        ledger fec --seller x --from 2025-09-01 --to 2025-08-31 | --to: 2025-08-31 comes before 2025-09-01
        ledger fec --seller x --from 2025-09-01 --to 2027-09-01 | --to: from 2025-09-01 to 2027-09-01 is longer
        terms                          | say what: terms lint, terms show or terms publish
        terms show                     | missing required parameter: 'ID'
        terms publish nobody           | there are no terms 'nobody': name one of alegria-online@2025-10-01
        terms show nobody              | there are no terms 'nobody': name one of alegria-online@2025-10-01
        interest                       | missing required options: '--principal=AMOUNT', '--due=DATE', '--rate=RATE'
        interest --principel 3         | unknown option '--principel'; did you mean '--principal'
        """)
    @DisplayName("ends with status 2 and one line that says what is wrong and how to mend it")
    void isSaidInOneLine(String arguments, String sentence) {
        Call call = Call.line(arguments);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).startsWith("echeance: " + sentence).hasLineCount(1);
        assertThat(call.out()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        --principal 1.234 | '1.234' is not an amount, write it with a point and at most two decimals, like 2400.00
        --principal 1000.000 | '1000.000' is not an amount, write it with a point and at most two decimals, like 2400.00
        --principal 1e3 | '1e3' is not an amount, write it with a point and at most two decimals, like 2400.00
        --principal 10,00 | '10,00' is not an amount
        --principal 1e9999999999999 | '1e9999999999999' is not an amount
        --principal -5    | '-5' is not above 0.00
        --due 2026-02-30  | '2026-02-30' is not a date, write it like 2026-06-30
        --due 30/06/2026  | '30/06/2026' is not a date
        --rate legal**3   | 'legal**3' is not a valid rate, write it like 10.75, legal, legal*3
        --payment 50.00   | '50.00' is not DATE:AMOUNT, write it like 2026-06-30:500.00
        --payment 2026-06-30:0 | '0' is not above 0.00
        --payment 2026-08-01:5.00 | the payment of 2026-08-01 comes after 2026-07-10, the last day
        --as-of 2026-07-10 | say up to when: either --paid DATE or, while it is unpaid, --as-of DATE
        --rates no/such.csv | there is no file no/such.csv
        --rates pom.xml   | pom.xml:1: the first line must be semester,
        """)
    @DisplayName("of the penalty calculator names the option and what to write")
    void ofTheCalculatorNamesTheOption(String option, String sentence) {
        String name = option.substring(0, option.indexOf(' '));
        String right = "--principal 10.00 --due 2026-06-20 --paid 2026-07-10 --rate legal ";
        Call call = Call.line("interest " + right.replaceAll(name + " \\S+ ", "") + option);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).hasLineCount(1);
        assertThat(call.out()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"run", "config check", "read invoices", "clock --once"})
    @DisplayName("with settings that are wrong gets a line for each fault")
    void withWrongSettingsGetsALineForEach(String command, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("app.properties"), "bootstrap.servers=here\ncolour=blue\n");

        Call call = Call.line(command + " --config " + file);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err().lines()).hasSize(3).allMatch(line -> line.startsWith("echeance: " + file));
    }

    @Test
    @DisplayName("with a scenario that does not say until when names the field")
    void withAnUnfinishedScenarioNamesTheField(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.json"), "{\"facts\": []}");

        assertThat(Call.of("simulate", file.toString()).err())
                .contains("scenario.json is not a scenario: until")
                .hasLineCount(1);
    }

    @Test
    @DisplayName("with a file that is not a text says so")
    void withBytesSaysSo(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("scenario.json"), new byte[] {'{', (byte) 0xE9});

        assertThat(Call.of("simulate", file.toString()).err()).contains("is not UTF-8 text");
    }
}
