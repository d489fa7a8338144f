package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolsOf;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Whoever says yes to a tool that destroys is told what only the tool knows: whom or what it
/// reaches beyond what it is about. Where that is nothing, the reason stands here.
@ServerTest
class DestroyPreviewTests {

    private static final String ITSELF = "What is shown of it is all that goes.";
    private static final String PAGE = "The page alone goes, and whose brand it is of is shown.";
    private static final String PERSON = "One person is concerned, who is named.";

    /// By the tool, why the general preview says all.
    private static final Map<String, String> NOTHING_MORE_TO_SEE =
            Map.ofEntries(
                    Map.entry("delete_device", "A DEACTIVATED device has no users any more."),
                    Map.entry("delete_email_customization", ITSELF),
                    Map.entry("delete_customized_error_page", PAGE),
                    Map.entry("delete_preview_error_page", PAGE),
                    Map.entry("delete_customized_sign_in_page", PAGE),
                    Map.entry("delete_preview_sign_in_page", PAGE),
                    Map.entry("delete_brand_theme_logo", ITSELF),
                    Map.entry("delete_brand_theme_favicon", ITSELF),
                    Map.entry("delete_brand_theme_background_image", ITSELF),
                    Map.entry("replace_user", "Each attribute that is emptied is a change shown."),
                    Map.entry("reset_password", PERSON),
                    Map.entry("expire_password", PERSON),
                    Map.entry("expire_password_with_temp_password", PERSON),
                    Map.entry("revoke_session", ITSELF),
                    Map.entry("revoke_user_sessions", "Okta has no list of a user's sessions."));

    private final List<Object> toolsets;

    DestroyPreviewTests(@Autowired ApplicationContext context) {
        this.toolsets = List.copyOf(context.getBeansWithAnnotation(ToolsOf.class).values());
    }

    private <A extends Annotation> Set<String> names(Class<A> kind, Function<A, String> name) {
        var names = new TreeSet<String>();
        toolsets.stream()
                .flatMap(bean -> Stream.of(bean.getClass().getDeclaredMethods()))
                .map((Method method) -> method.getAnnotation(kind))
                .filter(Objects::nonNull)
                .forEach(declared -> names.add(name.apply(declared)));
        return names;
    }

    @Test
    void everyToolThatDestroysTellsItsReachOrHasNone() {
        var without = names(DestroyTool.class, DestroyTool::name);
        assertThat(without).hasSizeGreaterThan(40);

        without.removeAll(names(PreviewOf.class, PreviewOf::value));

        assertThat(without).containsExactlyInAnyOrderElementsOf(NOTHING_MORE_TO_SEE.keySet());
    }
}
