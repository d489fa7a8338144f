package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What error pages and sign-in pages have in common: HTML, and from where it may load.
final class PageSettings {

    /// Longer than any page that is looked at; the size of a message is limited before.
    static final int LONGEST_PAGE = 1_000_000;

    static final String CONTENT =
            "The page's whole HTML, for example <html><head>...</head><body>...</body></html>";

    static final String MODE =
            "Whether the Content Security Policy is enforced or what breaks it is only reported";

    static final String REPORT_URI =
            "Where breaches are reported to, for example https://example.com/csp";

    static final String SOURCES =
            "From where the page may load, as a whole, for example [\"https://cdn.example.com\"]";

    private PageSettings() {}

    enum CspMode {
        @JsonProperty("enforced")
        ENFORCED,
        @JsonProperty("report_only")
        REPORT_ONLY
    }

    static Whole set(
            Whole page,
            @Nullable String content,
            @Nullable CspMode mode,
            @Nullable String reportUri,
            @Nullable List<String> sources) {
        return page.with("/pageContent", content)
                .with("/contentSecurityPolicySetting/mode", mode)
                .with("/contentSecurityPolicySetting/reportUri", reportUri)
                .with("/contentSecurityPolicySetting/srcList", sources);
    }
}
