package dev.oktamcp.connection;

/// Whoever builds upon connections, and has to know when one goes.
public interface ConnectionUse {

    /// How many things of this connection are there now.
    int count(String connectionId);

    /// Ends them all, within the transaction that deletes the connection.
    void end(String connectionId, long revision);
}
