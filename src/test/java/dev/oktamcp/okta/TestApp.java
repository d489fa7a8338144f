package dev.oktamcp.okta;

import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.simulation.ServiceApp;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// An API services app of the simulated org, and the connection that uses it.
final class TestApp {

    private static final String CLIENT_ID = "0oaServiceApp0000001";
    private static final RSAKey KEY = TestKeys.rsa("k1");

    private TestApp() {}

    /// With the scopes that the connection asks for.
    static ServiceApp app() {
        return ServiceApp.of(CLIENT_ID, KEY.toPublicJWK().toJSONString())
                .withScopes("okta.users.read", "okta.groups.manage");
    }

    /// After the one that starts the org and would connect by API token.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class Connected
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "okta.api.token=",
                            "okta.client.id=" + CLIENT_ID,
                            "okta.private.key=" + KEY.toJSONString(),
                            "okta.scopes=okta.users.read okta.groups.manage")
                    .applyTo(context);
        }
    }
}
