package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Okta's OpenAPI documents that count in place of those that came with the server: a path, or a
/// URL with `file:`, `https:` or, to this machine, `http:`.
@ConfigurationProperties("okta-mcp.okta.documents")
record DocumentsProperties(@Nullable String management, @Nullable String governance) {

    /// Empty where none is given.
    String of(Operation.Api api) {
        var given =
                switch (api) {
                    case MANAGEMENT -> management;
                    case GOVERNANCE -> governance;
                };
        return given == null ? "" : given.strip();
    }
}
