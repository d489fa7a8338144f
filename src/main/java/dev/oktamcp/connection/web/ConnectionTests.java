package dev.oktamcp.connection.web;

import dev.oktamcp.connection.Connection;

import org.springframework.stereotype.Component;

/// TEMPORARY
@Component
class ConnectionTests {
    record Report(boolean ok) {}

    void require(ConnectionForm.Wanted wanted) {}

    Report of(Connection connection) {
        return new Report(true);
    }
}
