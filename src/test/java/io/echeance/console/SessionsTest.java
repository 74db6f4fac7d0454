package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A form that was opened")
class SessionsTest {

    private final Sessions before = new Sessions(new SecureRandom(), InstantSource.system());
    private final Sessions after = new Sessions(new SecureRandom(), InstantSource.system());

    @Test
    @DisplayName("is sent by the same person after a restart, and by nobody else")
    void isSentAfterARestart() {
        String form = before.formToken(before.begin("a-long-enough-token-of-rosa"));

        assertThat(after.isFormToken(after.begin("a-long-enough-token-of-rosa"), form))
                .isTrue();
        assertThat(after.isFormToken(after.begin("a-long-enough-token-of-ann"), form))
                .isFalse();
    }

    @Test
    @DisplayName("without a token is of its session alone")
    void isOfItsSessionAlone() {
        Session session = before.begin("");

        assertThat(before.isFormToken(session, before.formToken(session))).isTrue();
        assertThat(before.isFormToken(before.begin(""), before.formToken(session)))
                .isFalse();
        assertThat(after.isFormToken(session, before.formToken(session))).isFalse();
    }
}
