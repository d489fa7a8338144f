package dev.oktamcp.console;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The templates in `templates/`, by Mustache: what they show is escaped, a name that nobody gave
/// is an error, and they can call nothing.
@Component
final class Templates implements ViewResolver {

    private static final String HTML = "text/html;charset=UTF-8";

    private final Mustache.Compiler compiler = Mustache.compiler().withLoader(Templates::source);
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    @Override
    public View resolveViewName(String name, Locale locale) {
        return new Html(compiled.computeIfAbsent(name, this::compile));
    }

    private Template compile(String name) {
        try (var source = source(name)) {
            return compiler.compile(source);
        } catch (IOException e) {
            throw new IllegalStateException("There is no template " + name, e);
        }
    }

    private static Reader source(String name) throws IOException {
        var file = new ClassPathResource("templates/" + name + ".mustache");
        return new StringReader(file.getContentAsString(StandardCharsets.UTF_8));
    }

    /// Made whole before the first byte of it leaves.
    private record Html(Template template) implements View {

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var page = template.execute(model == null ? Map.of() : model);
            response.setContentType(HTML);
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
