package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

class OrgUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://acme.okta.com, https://acme.okta.com",
        "acme.okta.com, https://acme.okta.com",
        "https://Acme.Okta.com/, https://acme.okta.com",
        "https://acme.oktapreview.com, https://acme.oktapreview.com",
        "https://acme.okta-emea.com, https://acme.okta-emea.com",
        "https://acme.okta-gov.com, https://acme.okta-gov.com",
        "https://acme.okta.mil, https://acme.okta.mil",
        "https://login.acme.example, https://login.acme.example"
    })
    void acceptsAnOrgUrl(String given, String accepted) {
        assertThat(OrgUrl.of(given, Set.of("login.acme.example"), false)).hasToString(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.okta.com",
                "https://acme.okta.com.evil.example",
                "https://evilokta.com",
                "https://okta.com",
                "https://user:pass@acme.okta.com",
                "https://acme.okta.com@evil.example",
                "https://acme.okta.com/api/v1",
                "https://acme.okta.com?x=1",
                "https://acme.okta.com#x",
                "ftp://acme.okta.com",
                "https://evil.example",
                "https://169.254.169.254",
                "https://127.0.0.1",
                "http://localhost:8080",
                "not a url",
                ""
            })
    void refusesEverythingElse(String given) {
        assertThatThrownBy(() -> OrgUrl.of(given, Set.of(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is refused");
    }

    @Test
    void acceptsThisMachineOnlyWhereThatIsAllowed() {
        assertThat(OrgUrl.of("http://127.0.0.1:9000", Set.of(), true))
                .hasToString("http://127.0.0.1:9000");
    }
}
