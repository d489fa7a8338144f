package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The theme of each brand, and its images. Of an image its kind and size are looked at.
record Themes(Store store, AdminActions admin) {

    static final String KIND = "Theme";

    private static final String LOOK =
            """
            {"primaryColorHex":"#1662dd","primaryColorContrastHex":"#000000",
             "secondaryColorHex":"#ebebed","secondaryColorContrastHex":"#000000",
             "signInPageTouchPointVariant":"OKTA_DEFAULT",
             "endUserDashboardTouchPointVariant":"OKTA_DEFAULT",
             "errorPageTouchPointVariant":"OKTA_DEFAULT",
             "emailTemplateTouchPointVariant":"OKTA_DEFAULT",
             "loadingPageTouchPointVariant":"OKTA_DEFAULT"}
            """;
    private static final List<String> REQUIRED =
            List.of(
                    "primaryColorHex",
                    "secondaryColorHex",
                    "signInPageTouchPointVariant",
                    "endUserDashboardTouchPointVariant",
                    "errorPageTouchPointVariant",
                    "emailTemplateTouchPointVariant");

    /// What Okta shows where a theme has no image of its own.
    private enum Image {
        LOGO("logo", "logo", "/assets/img/logos/okta-logo.png", 100_000),
        FAVICON("favicon", "favicon", "/favicon.ico", 500_000),
        BACKGROUND("background-image", "backgroundImage", "", 2_000_000);

        private final String path;
        private final String field;
        private final String usual;
        private final int most;

        Image(String path, String field, String usual, int most) {
            this.path = path;
            this.field = field;
            this.usual = usual;
            this.most = most;
        }

        void reset(ObjectNode theme) {
            if (usual.isEmpty()) {
                theme.putNull(field);
            } else {
                theme.put(field, "https://example.okta.com" + usual);
            }
        }
    }

    Stream<Route> routes() {
        var themes = "/api/v1/brands/{brandId}/themes";
        var theme = themes + "/{themeId}";
        var ofThemes =
                Stream.of(
                        Route.of("GET", themes, this::listBrandThemes),
                        Route.of("GET", theme, call -> Answer.of(Json.shown(theme(call)))),
                        Route.of("PUT", theme, this::replaceBrandTheme));
        var ofImages =
                Stream.of(Image.values())
                        .flatMap(image ->
                                Stream.of(
                                        Route.of(
                                                "POST",
                                                theme + "/" + image.path,
                                                call -> upload(call, image)),
                                        Route.of(
                                                "DELETE",
                                                theme + "/" + image.path,
                                                call -> delete(call, image))));
        return Stream.concat(ofThemes, ofImages);
    }

    static void addTo(Store store, ObjectNode brand) {
        var theme = Json.object().put("id", store.ids().of("thd", Json.text(brand, "id")));
        for (var image : Image.values()) {
            image.reset(theme);
        }
        theme.setAll((ObjectNode) Json.literal(LOOK));
        store.kind(KIND).put(theme.put(Owned.OWNER, Json.text(brand, "id")));
    }

    private Answer listBrandThemes(Call call) {
        var themes = Owned.of(store, KIND, Brands.find(store, call));
        return Answer.of(Json.array(themes.stream().map(Json::shown).toList()));
    }

    /// ASSUMPTION: a color is a sign and six hexadecimal digits; contrasts and the loading page go
    /// back to what they are in a new theme where a replacement does not name them.
    private Answer replaceBrandTheme(Call call) {
        var theme = theme(call);
        var body = call.json();
        for (var field : REQUIRED) {
            if (Json.text(body, field).isEmpty()) {
                throw OktaError.missing(field);
            }
        }
        var look = (ObjectNode) Json.literal(LOOK);
        for (var field : look.propertyNames()) {
            var value = Json.text(body, field);
            if (field.endsWith("Hex") && !value.matches("|#[0-9a-fA-F]{6}")) {
                throw OktaError.invalid(field, field + ": The color is no hex code");
            }
            theme.put(field, value.isEmpty() ? Json.text(look, field) : value);
        }
        return changed(call, theme, Answer.of(Json.shown(theme)));
    }

    /// ASSUMPTION: a logo is answered with 200, the other images with 201, as the documents say;
    /// the words of the refusals.
    private Answer upload(Call call, Image image) {
        var form = call.request().body();
        var types = Set.of("image/png", "image/jpeg", "image/gif", "image/x-icon");
        if (!form.contains("name=\"file\"") || types.stream().noneMatch(form::contains)) {
            throw OktaError.invalid("file", "file: The file must be an image");
        }
        if (form.length() > image.most) {
            throw OktaError.invalid("file", "file: The file is too large");
        }
        var theme = theme(call);
        var name = store.ids().of("fs0", call.key());
        theme.put(image.field, call.base() + "/fs/bco/" + image.path + "/" + name);
        var body = Json.object().put("url", Json.text(theme, image.field));
        return changed(call, theme, image == Image.LOGO ? Answer.of(body) : Answer.created(body));
    }

    private Answer delete(Call call, Image image) {
        var theme = theme(call);
        image.reset(theme);
        return changed(call, theme, Answer.noContent());
    }

    private Answer changed(Call call, ObjectNode theme, Answer answer) {
        var party = new Party(Json.text(theme, "id"), "Theme", "unknown", "unknown");
        admin.log(call, LogEventType.THEME_UPDATE, party);
        return answer;
    }

    private ObjectNode theme(Call call) {
        return Owned.get(store, KIND, Brands.find(store, call), call.value("themeId"));
    }
}
