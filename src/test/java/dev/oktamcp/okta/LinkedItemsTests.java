package dev.oktamcp.okta;

import static dev.oktamcp.okta.WrongOkta.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.util.Map;

/// Items that are nothing but links, such as those of `listLinkedObjectsForUser`.
@ServerTest
@Import(WritingTools.class)
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, WrongOkta.Initializer.class})
class LinkedItemsTests {

    private static final String MANAGER =
            "[{\"_links\":{\"self\":{\"href\":\"https://acme.okta.com/api/v1/users/00u5\"}}}]";

    private final WrongOkta okta;
    private final RawClient client;

    LinkedItemsTests(@Autowired WrongOkta okta, @Autowired TestServers servers) {
        this.okta = okta;
        this.client = RawClient.connected(servers.readOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"concise", "detailed"})
    void tellWhereTheyLead(String format) {
        okta.answers(answer(200, MANAGER));
        var arguments =
                Map.of(
                        "userIdOrLogin", "00u1",
                        "relationshipName", "manager",
                        "response_format", format);

        var page =
                client.call(
                        "call_read",
                        Map.of("operation", "listLinkedObjectsForUser", "arguments", arguments));

        assertThat(page.value().at("/items/0/links/self/href").stringValue()).endsWith("00u5");
    }
}
