package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CancellationTests {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void stopsWhatIsRegistered() {
        cancellation.onCancel(() -> stopped.add("first"));

        cancellation.cancel();

        assertThat(stopped).containsExactly("first");
        assertThat(cancellation.cancelled()).isTrue();
    }

    @Test
    void stopsAtOnceWhatComesLater() {
        cancellation.cancel();

        cancellation.onCancel(() -> stopped.add("late"));

        assertThat(stopped).containsExactly("late");
    }

    @Test
    void keepsWhatEndedItFirst() {
        cancellation.end("first");
        cancellation.end("second");

        assertThat(cancellation.why()).isEqualTo("first");
    }

    @Test
    void hasNoCauseWhereItsClientTookItBack() {
        cancellation.cancel();
        cancellation.end("late");

        assertThat(cancellation.why()).isNull();
    }

    @Test
    void forgetsWhatHasEnded() {
        cancellation.onCancel(() -> stopped.add("ended")).close();

        cancellation.cancel();

        assertThat(stopped).isEmpty();
    }
}
