package io.echeance.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.app.policy.PolicyLint.Kind;
import io.echeance.app.policy.PolicyLint.PolicyFinding;
import io.echeance.json.Unreadable;
import io.echeance.topology.runtime.Retention;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A privacy policy")
class PolicyLintTest {

    private static List<PolicyFinding> findings(String yaml) throws Unreadable {
        return PolicyLint.findings(PrivacyPolicy.parse(yaml), Retention.all());
    }

    private static String policy(String clauses) {
        return "{seller: s, title: t, clauses: [" + clauses + "]}";
    }

    @Test
    @DisplayName("of three years is contradicted by the ten years of invoices, and by parties, whom nothing deletes")
    void threeYears() throws Unreadable {
        List<PolicyFinding> findings =
                findings(policy("{clause: '2.1', asks: x, data: [CONTRACT, BILLING], months: 36}"));

        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Kind.LAW_KEEPS_LONGER)
                .extracting(PolicyFinding::sentence)
                .anyMatch(sentence -> sentence.startsWith("it says 36 months; invoices keeps for ever")
                        && sentence.contains("L123-22"));
        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Kind.KEPT_LONGER)
                .extracting(PolicyFinding::sentence)
                .anyMatch(sentence -> sentence.contains("; parties keeps"))
                .noneMatch(sentence -> sentence.contains("; orders keeps"));
    }

    @Test
    @DisplayName("is asked about all that is kept: what no clause says how long, it does not name")
    void notNamed() throws Unreadable {
        assertThat(findings(policy("{clause: '1', asks: x, data: [REFUSED, ACCESS], months: 12}")))
                .filteredOn(finding -> finding.kind() == Kind.NOT_NAMED)
                .extracting(PolicyFinding::sentence)
                .anyMatch(sentence -> sentence.contains("invoices: for ever"))
                .noneMatch(sentence -> sentence.contains("access-log") || sentence.contains("rejected"));
        assertThat(findings(policy("{clause: '1', asks: x, data: [ACCESS], months: 6}")))
                .filteredOn(finding -> finding.kind() == Kind.KEPT_LONGER)
                .extracting(PolicyFinding::sentence)
                .singleElement()
                .asString()
                .contains("access-log keeps 365 days");
    }

    @Test
    @DisplayName("of a year for requests for rights is contradicted by the register of customers, which nothing ends")
    void requests() throws Unreadable {
        assertThat(findings(PolicyCommand.Lint.bundled()))
                .filteredOn(finding -> finding.clause().equals("2.1 requests for rights"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.KEPT_LONGER))
                .extracting(PolicyFinding::sentence)
                .asString()
                .contains("12 months", "customers", "art. 5(2)");
        assertThat(findings(policy("{clause: '1', asks: x}")))
                .extracting(PolicyFinding::sentence)
                .anyMatch(sentence -> sentence.contains("requests for rights, and decisions about customers (the"));
    }

    @Test
    @DisplayName("that promises what nothing here sees to leaves it to a person")
    void byAPerson() throws Unreadable {
        assertThat(findings(policy("{clause: '2.7', asks: rest, needs: [DIRECTIVES_AFTER_DEATH, ERASURE]}")))
                .filteredOn(finding -> finding.kind() == Kind.BY_A_PERSON)
                .extracting(PolicyFinding::sentence)
                .containsExactly("nothing here sees to directives after death: rest");
    }

    @Test
    @DisplayName("of a seller of the demo lacks a line on billing, and is read strictly")
    void bundled() throws Unreadable {
        assertThat(findings(PolicyCommand.Lint.bundled()))
                .extracting(PolicyFinding::kind)
                .contains(Kind.LAW_KEEPS_LONGER, Kind.KEPT_LONGER, Kind.NOT_NAMED, Kind.BY_A_PERSON);
        assertThatThrownBy(() -> findings(policy("{clause: '1', asks: x, month: 12}")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("month");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seller: a\ntitle: T\nclauses: [{clause: c, asks: a}]\nclauses: []\n",
                "seller: a\ntitle: T\nclauses: []\n---\nseller: b\ntitle: T\nclauses: []\n",
                "seller: a\ntitle: T\nclauses: [{clause: c, asks: a, months: 0}]\n",
                "seller: a\ntitle: T\nclauses: [{clause: c, asks: a, months: -1}]\n"
            })
    @DisplayName("that says a thing twice, or in two documents, or a time that is none, is not looked at in part")
    void isReadWhole(String yaml) {
        assertThatThrownBy(() -> PrivacyPolicy.parse(yaml)).isInstanceOf(Unreadable.class);
    }
}
