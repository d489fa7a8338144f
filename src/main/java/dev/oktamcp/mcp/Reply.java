package dev.oktamcp.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The reply to one request. Its methods may be called from several threads.
interface Reply {

    /// A notification or a question, before the end.
    void send(ObjectNode message);

    /// Keeps proxies and clients from taking a call that runs long for dead, where it was silent
    /// for so many milliseconds. Waits for nobody.
    void keepAlive(long afterMillis);

    /// Whether the client was seen to be gone.
    boolean unread();

    /// Runs this when it is found out that nobody can read what was sent, nor read on later; at
    /// once where it is known already.
    void whenLost(Runnable then);

    /// A header of the HTTP response, where it is still to come.
    void header(String name, String value);

    /// The response, after which there is nothing.
    void finish(ObjectNode message);

    /// A result that is ready as JSON.
    void result(JsonNode id, byte[] result);

    /// The response is an error.
    void fail(ProtocolException error);

    /// Ends without a response: the client took its request back.
    void abandon();
}
