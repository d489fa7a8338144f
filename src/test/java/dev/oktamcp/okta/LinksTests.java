package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;

class LinksTests {

    @Test
    void readsSeveralLinksOfOneLine() {
        var links =
                Links.of(
                        "<https://a.okta.com/x?a=1,2>; rel=\"self\","
                                + " <https://a.okta.com/x?after=b>; rel=\"next\"");

        assertThat(links)
                .containsExactly(
                        new Links.Link(URI.create("https://a.okta.com/x?a=1,2"), "self"),
                        new Links.Link(URI.create("https://a.okta.com/x?after=b"), "next"));
    }

    @Test
    void readsUnquotedRelationsAndOtherParameters() {
        assertThat(Links.of("<https://a.okta.com/>; title=\"a, b\"; REL=next"))
                .extracting(Links.Link::relation)
                .containsExactly("next");
    }

    @Test
    void findsNothingInWhatIsNoLink() {
        assertThat(Links.of("rel=next")).isEmpty();
    }
}
