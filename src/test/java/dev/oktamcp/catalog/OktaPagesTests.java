package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.okta.OrgUrl;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OktaPagesTests {

    @ParameterizedTest
    @CsvSource({
        "https://example.okta.com, https://example-admin.okta.com",
        "https://example.oktapreview.com, https://example-admin.oktapreview.com",
        "https://example.okta-gov.com, https://example-admin.okta-gov.com",
        "https://login.example.com, https://login.example.com",
        "http://localhost:8090, http://localhost:8090",
    })
    void knowsWhereTheAdminConsoleIs(String org, String console) {
        assertThat(OrgUrl.adminConsole(org)).isEqualTo(console);
    }
}
