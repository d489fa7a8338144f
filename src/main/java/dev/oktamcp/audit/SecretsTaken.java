package dev.oktamcp.audit;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.SecretKeeper;
import dev.oktamcp.tool.SecretKeeper.Secret;
import dev.oktamcp.tool.ShortestFirst;
import dev.oktamcp.tool.ToolCall;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Says in the answer of a change where a person can see what was taken out of it. Of a read
/// nothing is kept: it can be made again, by whoever may see it.
@Component
final class SecretsTaken {

    /// Names in an answer that stay when the rest of it is cut.
    static final List<String> ADDED = List.of("secret_url", "secret_until", "secret_note");

    private static final Logger log = LoggerFactory.getLogger(SecretsTaken.class);

    private static final String NOTE =
            "What is [redacted] is for a person alone. Give secret_url to the user: whoever may"
                    + " approve on this server signs in there and opens it, once.";
    private static final String LOST =
            "The change was made, but what is [redacted] could not be kept for a person and is"
                + " lost. It has to be made anew, here once the server's database answers, or in"
                + " Okta's Admin Console.";

    private final SecretKeeper keeper;
    private final JsonMapper json;

    SecretsTaken(SecretKeeper keeper, JsonMapper json) {
        this.keeper = keeper;
        this.json = json;
    }

    void tell(ObjectNode answer, List<Secret> taken, ToolCall call) {
        var made = call.definition().effect() != Effect.READ && !call.rehearsing();
        if (taken.isEmpty() || !made) {
            return;
        }
        try {
            var kept = keeper.keep(call, arguments(call), taken);
            answer.put("secret_url", kept.url())
                    .put("secret_until", kept.until().toString())
                    .put("secret_note", NOTE);
        } catch (DataAccessException | TransactionException e) {
            log.error("Secrets of call {} could not be kept and are lost", call.id(), e);
            answer.put("secret_note", LOST);
        }
    }

    private String arguments(ToolCall call) {
        ObjectNode arguments = json.valueToTree(ShortestFirst.of(call.arguments()));
        Redaction.secrets(arguments);
        return arguments.toString();
    }
}
