package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.confirmation.Arrangement.Prepared;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.tool.AskBefore;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A call that is prepared, and what of it reaches the org.
///
/// @param url of a server that nobody else uses
record CuratedCall(OwnOrg org, String url, String tool, Prepared prepared) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static CuratedCall of(Arrangement arranged, OwnOrg org, TestApi api, AskBefore askBefore) {
        var url = org.server(api, askBefore, false);
        var prepared = arranged.prepares().apply(org.content());
        org.forgetRequests();
        return new CuratedCall(org, url, arranged.tool(), prepared);
    }

    ObjectNode params() {
        var params = JSON.createObjectNode().put("name", tool);
        return params.set("arguments", JSON.valueToTree(prepared.arguments()));
    }

    void changedNothing() {
        assertThat(org.changes()).isEmpty();
    }

    void changedEachOnce() {
        assertThat(org.changes()).isEqualTo(prepared.changes());
    }

    /// Whether this is the answer of a call to which nobody said yes, and which did nothing.
    void refused(String why, JsonNode answer) {
        var result = new CallResult(answer);
        assertThat(result.code()).as(answer.toString()).isEqualTo("NOT_CONFIRMED");
        assertThat(result.text()).contains(why);
        changedNothing();
    }

    /// Whether this is the answer of a call that did what it is for.
    void done(JsonNode answer) {
        assertThat(new CallResult(answer).failed()).as(answer.toString()).isFalse();
        changedEachOnce();
    }
}
