package dev.oktamcp.mcp;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

import java.io.IOException;

/// Hands each request its connection.
final class ConnectionValve extends ValveBase {

    private ConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getConnector().getSecure()) {
            getNext().invoke(request, response);
            return;
        }
        var connection = new ClientConnection(request.getCoyoteRequest());
        request.setAttribute(ClientConnection.ATTRIBUTE, connection);
        try {
            getNext().invoke(request, response);
        } finally {
            connection.over();
        }
    }

    @Component
    static final class Installed implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

        @Override
        public void customize(TomcatWebServerFactory factory) {
            factory.addContextValves(new ConnectionValve());
        }
    }
}
