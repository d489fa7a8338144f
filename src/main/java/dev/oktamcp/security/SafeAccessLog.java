package dev.oktamcp.security;

import dev.oktamcp.tool.SafeText;

import org.apache.catalina.valves.AccessLogValve;
import org.springframework.beans.BeanUtils;

import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Tomcat's access log without secrets, whatever its pattern. A request that Tomcat itself could
/// not read comes here with the path that was sent.
final class SafeAccessLog extends AccessLogValve {

    /// With the settings of another one.
    static SafeAccessLog like(AccessLogValve given) {
        var safe = new SafeAccessLog();
        BeanUtils.copyProperties(given, safe, "next", "container", "domain");
        return safe;
    }

    @Override
    public void log(CharArrayWriter message) {
        var safe = new CharArrayWriter(message.size());
        try {
            safe.write(SafeText.of(message.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        super.log(safe);
    }
}
