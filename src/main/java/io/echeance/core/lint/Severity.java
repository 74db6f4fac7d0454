package io.echeance.core.lint;

/** How bad a finding is; the worst first. */
public enum Severity {
    /** Void, or unlawful. */
    ERROR,
    /** May not stand before a judge, or says two things. */
    WARNING,
    /** Worth knowing, or worth a better word. */
    NOTE
}
