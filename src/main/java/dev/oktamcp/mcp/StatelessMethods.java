package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.InputRequiredException;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a request of 2026-07-28 can ask for.
@Component
final class StatelessMethods {

    private final ServerMethods methods;
    private final ServerDescription description;
    private final StatelessEnvelope envelope;
    private final RequestStates states;
    private final ToolList toolList;

    StatelessMethods(
            ServerMethods methods,
            ServerDescription description,
            StatelessEnvelope envelope,
            RequestStates states,
            ToolList toolList) {
        this.methods = methods;
        this.description = description;
        this.envelope = envelope;
        this.states = states;
        this.toolList = toolList;
    }

    /// @return whether the method is known
    boolean answer(Message.Request request, Caller caller, HttpServletRequest http, Reply reply) {
        if ("server/discover".equals(request.method())) {
            reply.finish(Replies.result(request.id(), envelope.cacheable(discovered(caller))));
            return true;
        }
        if ("tools/call".equals(request.method())) {
            checkParameters(request, caller, http);
        }
        var meta = RequestMeta.of(request.params());
        var roundTrip = roundTrip(request, caller);
        var notices = new Notices(reply, meta.progressToken(), meta.logLevel());
        var exchange =
                new Exchange(
                        request,
                        caller.by(meta.client().name()),
                        null,
                        reply,
                        new ClientInteraction(meta.client(), notices, roundTrip),
                        envelope,
                        ClientConnection.of(http));
        return answered(exchange, roundTrip);
    }

    private boolean answered(Exchange exchange, RoundTrip roundTrip) {
        try {
            return methods.answer(exchange);
        } catch (InputRequiredException e) {
            var request = exchange.request();
            var asked = JsonNodeFactory.instance.objectNode();
            e.requests().forEach((key, input) -> asked.set(key, Inputs.request(input)));
            var state = states.seal(request, exchange.caller(), e.requests().keySet(), roundTrip);
            exchange.reply()
                    .finish(Replies.result(request.id(), envelope.inputRequired(asked, state)));
            return true;
        }
    }

    private ObjectNode discovered(Caller caller) {
        var result = JsonNodeFactory.instance.objectNode();
        var versions = result.putArray("supportedVersions");
        ProtocolVersions.all().forEach(versions::add);
        result.set("capabilities", description.capabilities());
        return result.put("instructions", description.instructions(caller));
    }

    /// Of a tool that is not there, nothing is compared: that would tell that it is.
    private void checkParameters(Message.Request request, Caller caller, HttpServletRequest http) {
        var params = request.params();
        toolList.callable(caller, params.path("name").asString(""))
                .ifPresent(tool ->
                        ParameterHeaders.check(tool.inputSchema(), params.path("arguments"), http));
    }

    private RoundTrip roundTrip(Message.Request request, Caller caller) {
        var sealed = request.params().get("requestState");
        var responses = request.params().get("inputResponses");
        if (sealed == null) {
            return new RoundTrip(null, responses, () -> {});
        }
        var state = states.open(sealed.asString(""), request, caller);
        return new RoundTrip(state, responses, () -> states.use(state));
    }
}
