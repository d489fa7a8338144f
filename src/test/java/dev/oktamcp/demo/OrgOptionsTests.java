package dev.oktamcp.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class OrgOptionsTests {

    @Test
    void changesWhatTheSizeGives() {
        var options = new OrgOptions("--org.users=7", "--org.size=large", "--org.latency=20ms");

        var settings = options.settings();

        assertThat(settings.users()).isEqualTo(7);
        assertThat(settings.groups()).isEqualTo(60);
        assertThat(settings.latency()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThatThrownBy(() -> new OrgOptions("--server.port=1", "--org.people=7"))
                .hasMessageContaining("--org.people")
                .hasMessageContaining("org.users");
    }
}
