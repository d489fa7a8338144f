package dev.oktamcp.fuzz;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Valid messages of both eras, to begin from.
final class Templates {

    private static final String NAMESPACE = "io.modelcontextprotocol/";
    private static final String VERSION = "2026-07-28";
    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> OF_BOTH =
            List.of(
                    "tools/list {}",
                    "tools/list {'cursor':'AAAA'}",
                    "tools/call {'name':'list_users','arguments':{'limit':1,'search':'a'}}",
                    "tools/call {'name':'list_users','arguments':{'cursor':'AAAA','limit':2}}",
                    "tools/call {'name':'get_user','arguments':{'user_id':'me'}}",
                    "tools/call {'name':'list_groups','arguments':{'q':'a','limit':1}}",
                    "tools/call {'name':'get_server_info','arguments':{}}",
                    "tools/call {'name':'search_tools','arguments':{'query':'user'}}",
                    "tools/call"
                        + " {'name':'list_log_events','arguments':{'since':'2026-01-01T00:00:00Z'}}",
                    "tools/call {'name':'test_progress','_meta':{'progressToken':1}}",
                    "tools/call {'name':'no_such_tool','arguments':{'a':[1,{'b':null}]}}",
                    "completion/complete"
                        + " {'ref':{'type':'ref/prompt','name':'x'},'argument':{'name':'a','value':'b'}}",
                    "prompts/get {'name':'x','arguments':{'a':'b'}}",
                    "resources/read {'uri':'okta://users'}",
                    "no/such/method {'a':1}");

    private static final List<String> OF_SESSIONS =
            List.of(
                    "initialize"
                        + " {'protocolVersion':'2025-11-25','capabilities':{'elicitation':{'form':{}},'sampling':{}},'clientInfo':{'name':'x','version':'1'}}",
                    "ping {}",
                    "logging/setLevel {'level':'debug'}",
                    "resources/subscribe {'uri':'okta://users'}",
                    "notifications/initialized {}",
                    "notifications/cancelled {'requestId':7,'reason':'x'}");

    private static final List<String> STATELESS =
            List.of(
                    "server/discover {}",
                    "tools/call"
                        + " {'name':'get_server_info','requestState':'AAAA','inputResponses':{'confirmation':{'action':'accept'}}}",
                    "notifications/cancelled {'requestId':7}");

    private Templates() {}

    static ObjectNode session(Chance chance) {
        if (chance.oneIn(15)) {
            return object("{'jsonrpc':'2.0','id':'q1','result':{'action':'accept','content':{}}}");
        }
        return message(any(OF_SESSIONS, chance), chance);
    }

    static ObjectNode stateless(Chance chance) {
        var message =
                message(
                        chance.oneIn(400)
                                ? "subscriptions/listen"
                                      + " {'notifications':{'toolsListChanged':true,'resourceSubscriptions':['okta://users']}}"
                                : any(STATELESS, chance),
                        chance);
        var meta = message.withObject("/params").withObject("_meta");
        meta.put(NAMESPACE + "protocolVersion", VERSION);
        meta.withObject(NAMESPACE + "clientInfo").put("name", "x").put("version", "1");
        meta.withObject(NAMESPACE + "clientCapabilities").putObject("elicitation");
        meta.put(NAMESPACE + "logLevel", "debug");
        meta.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        return message;
    }

    private static String any(List<String> own, Chance chance) {
        return chance.oneIn(3) ? chance.of(own) : chance.of(OF_BOTH);
    }

    private static ObjectNode message(String line, Chance chance) {
        var parts = line.split(" ", 2);
        var message = JSON.createObjectNode().put("jsonrpc", "2.0");
        if (!parts[0].startsWith("notifications/")) {
            message.put("id", 1 + chance.below(1000));
        }
        message.put("method", parts[0]).set("params", object(parts[1]));
        return message;
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    /// What a message of 2026-07-28 says in its headers too.
    static List<Header> headers(JsonNode message) {
        var headers = new ArrayList<Header>();
        var method = message.path("method").asString("");
        headers.add(new Header("MCP-Protocol-Version", VERSION));
        headers.add(new Header("Mcp-Method", method));
        if (NAMED.containsKey(method)) {
            var name = message.path("params").path(NAMED.get(method)).asString("");
            headers.add(new Header("Mcp-Name", name));
        }
        return headers;
    }
}
