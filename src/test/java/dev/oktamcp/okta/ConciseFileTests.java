package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;

/// `concise.json` names operations and properties by hand.
@ServerTest
class ConciseFileTests {

    private final JsonNode objects;
    private final Operations operations;

    ConciseFileTests(@Autowired Operations operations) throws IOException {
        this.operations = operations;
        try (var file = new ClassPathResource("concise.json").getInputStream()) {
            this.objects = JsonMapper.shared().readTree(file).required("objects");
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void namesListsOfOktasEachOnce() {
        var ids = objects.findValues("operations").stream().flatMap(list -> texts(list).stream());

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(operations.require(id).lists()).as(id).isTrue());
    }

    @Test
    void keepsOnlyWhatWouldBeLeftOut() {
        assertThat(objects)
                .allSatisfy(object -> {
                    var out = texts(object.path("leaves_out"));
                    assertThat(texts(object.path("but_keeps")))
                            .allMatch(kept -> out.stream().anyMatch(o -> kept.startsWith(o + ".")));
                });
    }
}
