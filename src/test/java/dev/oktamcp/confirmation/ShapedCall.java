package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.TestApi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A call that needs a yes, about something of its own, on a server of its own.
///
/// @param name of what it is about
record ShapedCall(Shape shape, OwnOrg org, String url, String name, String target) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static ShapedCall of(Shape shape, OwnOrg org, TestApi api) {
        return of(shape, org, org.server(api, shape.askBefore(), false));
    }

    /// On a server that asks for an API token too.
    static ShapedCall guarded(Shape shape, OwnOrg org, TestApi api) {
        return of(shape, org, org.server(api, shape.askBefore(), true));
    }

    private static ShapedCall of(Shape shape, OwnOrg org, String url) {
        var name = OrgContent.name();
        var target = shape.subject().add(org.content(), name);
        org.forgetRequests();
        return new ShapedCall(shape, org, url, name, target);
    }

    ObjectNode params() {
        return paramsAbout(target);
    }

    private ObjectNode paramsAbout(String id) {
        var params = JSON.createObjectNode().put("name", shape.tool());
        return params.set("arguments", JSON.valueToTree(shape.arguments().apply(id)));
    }

    /// The same call about another thing of the kind.
    ObjectNode paramsAboutAnother() {
        var other = shape.subject().add(org.content(), OrgContent.name());
        org.forgetRequests();
        return paramsAbout(other);
    }

    /// Somebody else changes what it is about.
    void changesMeanwhile() {
        shape.subject().change(org.content(), name, target);
        org.forgetRequests();
    }

    /// What it was about is there once more, as it was.
    void isThereAgain() {
        shape.subject().add(org.content(), name);
        org.forgetRequests();
    }

    void sentNothing() {
        assertThat(org.changes()).isEmpty();
    }

    void isSentOnce() {
        assertThat(org.changes()).hasSize(shape.changes()).doesNotHaveDuplicates();
    }

    /// Whether this is the answer of a call to which nobody said yes, and which did nothing.
    void refused(String why, JsonNode answer) {
        var result = new CallResult(answer);
        assertThat(result.code()).as(answer.toString()).isEqualTo("NOT_CONFIRMED");
        assertThat(result.text()).contains(why);
        sentNothing();
    }

    /// Whether this is the answer of a call that did what it is for.
    void done(JsonNode answer) {
        assertThat(new CallResult(answer).failed()).as(answer.toString()).isFalse();
        isSentOnce();
    }

    /// An API token with which one comes to any server, as the header has it.
    static String token(TestApi api) {
        var made = api.post("/api-tokens", "{\"name\":\"Somebody\",\"roles\":[\"mcp\"]}");
        return "Bearer " + made.text("/token");
    }
}
