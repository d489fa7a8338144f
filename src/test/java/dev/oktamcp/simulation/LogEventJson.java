package dev.oktamcp.simulation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Writes an entry in the shape of a System Log event: absent facts are nulls, not left out.
record LogEventJson(LogEntry entry) {

    ObjectNode write(UUID uuid) {
        var event = head(uuid);
        event.set("actor", entry.actor().json());
        event.set("client", client());
        event.putNull("device");
        event.set("authenticationContext", authentication());
        event.putObject("outcome")
                .put("result", entry.result())
                .put("reason", orNull(entry.reason()));
        event.set(
                "target", Json.array(entry.targets().stream().map(LogEventJson::target).toList()));
        event.set("transaction", transaction());
        event.putObject("debugContext").set("debugData", debugData());
        event.set("securityContext", security());
        event.putObject("request").set("ipChain", Json.array(List.of(address())));
        return event;
    }

    private ObjectNode head(UUID uuid) {
        return Json.object()
                .put("uuid", uuid.toString())
                .put("published", Json.time(entry.published()))
                .put("eventType", entry.type().id())
                .put("version", "0")
                .put("severity", entry.failed() ? "WARN" : "INFO")
                .putNull("legacyEventType")
                .put("displayMessage", entry.type().message());
    }

    private ObjectNode client() {
        var client = Json.object();
        client.putObject("userAgent")
                .put("rawUserAgent", entry.origin().userAgent())
                .put("os", isApi() ? "Unknown" : "Mac OS X")
                .put("browser", isApi() ? "UNKNOWN" : "FIREFOX");
        client.put("zone", "null")
                .put("device", isApi() ? "Unknown" : "Computer")
                .putNull("id")
                .put("ipAddress", entry.origin().ipAddress());
        return client.set("geographicalContext", entry.origin().place().json());
    }

    private ObjectNode authentication() {
        return Json.object()
                .putNull("authenticationProvider")
                .putNull("credentialProvider")
                .putNull("credentialType")
                .putNull("issuer")
                .putNull("interface")
                .put("authenticationStep", 0)
                .put("externalSessionId", session())
                .put("rootSessionId", session());
    }

    private String session() {
        return (isApi() ? "trs" : "idx") + entry.origin().transactionId().substring(3);
    }

    private ObjectNode transaction() {
        var transaction =
                Json.object().put("type", "WEB").put("id", entry.origin().transactionId());
        var detail = transaction.putObject("detail");
        if (isApi()) {
            detail.put("requestApiTokenId", entry.origin().apiTokenId());
        }
        return transaction;
    }

    /// ASSUMPTION: a browser has a token of its own, of which the log keeps a hash; a program with
    /// an API token has none.
    private ObjectNode debugData() {
        var uri = entry.origin().requestUri();
        var data =
                Json.object()
                        .put("requestId", entry.origin().transactionId())
                        .put("requestUri", uri.split("\\?", -1)[0])
                        .put("url", uri)
                        .put("threatSuspected", "false");
        entry.debug().forEach(data::put);
        var token = HexFormat.of().formatHex(Ids.digest(entry.actor().id()));
        return isApi() ? data : data.put("dtHash", token);
    }

    private static ObjectNode security() {
        return Json.object()
                .putNull("asNumber")
                .putNull("asOrg")
                .putNull("isp")
                .putNull("domain")
                .putNull("isProxy");
    }

    private ObjectNode address() {
        return Json.object()
                .put("ip", entry.origin().ipAddress())
                .put("version", "V4")
                .putNull("source")
                .set("geographicalContext", entry.origin().place().json());
    }

    private static ObjectNode target(Party party) {
        var target = party.json().putNull("changeDetails");
        if (party.type().equals(Party.ENROLLMENT)) {
            target.putObject("detailEntry").put("methodTypeUsed", party.displayName());
        }
        return target;
    }

    private boolean isApi() {
        return !entry.origin().apiTokenId().isEmpty();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
