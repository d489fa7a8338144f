package dev.oktamcp.mcp;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/// The connection that a request came by, to see whether its client has hung up. Servlets have no
/// way to ask; Tomcat looks for what comes after the request, and finds the end of it.
final class ClientConnection {

    static final String ATTRIBUTE = ClientConnection.class.getName();

    private @Nullable Request request;

    ClientConnection(Request request) {
        this.request = request;
    }

    /// Null where it can't be seen: not behind Tomcat's valve, or encrypted.
    static @Nullable ClientConnection of(HttpServletRequest http) {
        return http.getAttribute(ATTRIBUTE) instanceof ClientConnection connection
                ? connection
                : null;
    }

    /// Whether the client has closed it. To be asked after the body was read to its end.
    synchronized boolean gone() {
        if (request == null) {
            return false;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0 && !sentMore(request);
    }

    /// What comes after a request can be the next one, too early (RFC 9112, section 9.3.2). The end
    /// behind that is not seen.
    private static boolean sentMore(Request request) {
        return request.getInputBuffer() instanceof ApplicationBufferHandler handler
                && handler.getByteBuffer().hasRemaining();
    }

    /// Tomcat uses its objects again, for other requests.
    synchronized void over() {
        request = null;
    }
}
