package dev.oktamcp.confirmation;

import java.util.Map;
import java.util.stream.Stream;

/// Calls about the pages of a brand.
final class PageArrangements {

    private static final String HTML = "<html><body>Ours</body></html>";

    private PageArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.of(
                        page("customized_error_page", "error/customized"),
                        page("preview_error_page", "error/preview"),
                        page("customized_sign_in_page", "sign-in/customized"),
                        page("preview_sign_in_page", "sign-in/preview"),
                        Stream.of(signOut()))
                .flatMap(each -> each);
    }

    private static Stream<Arrangement> page(String name, String path) {
        var page = "/api/v1/brands/{brand_id}/pages/" + path;
        return Stream.of(
                Arrangement.of(
                        "replace_" + name,
                        org -> Map.of("brand_id", org.brand(), "page_content", HTML),
                        "PUT " + page),
                Arrangement.of(
                        "delete_" + name,
                        org -> {
                            var brand = org.brand();
                            var there = page.replace("{brand_id}", brand);
                            org.put(there, Map.of("pageContent", HTML));
                            return Map.of("brand_id", brand);
                        },
                        "DELETE " + page));
    }

    private static Arrangement signOut() {
        return Arrangement.of(
                "replace_sign_out_page_settings",
                org ->
                        Map.of(
                                "brand_id",
                                org.brand(),
                                "type",
                                "EXTERNALLY_HOSTED",
                                "url",
                                "https://example.com/bye"),
                "PUT /api/v1/brands/{brand_id}/pages/sign-out/customized");
    }
}
