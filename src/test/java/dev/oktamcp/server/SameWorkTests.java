package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.store.Token;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;

import java.time.Duration;
import java.util.function.Consumer;

/// How long an answer takes tells nobody which ids there are: counted, since time on a shared
/// machine is too rough a measure.
@ServerTest
class SameWorkTests {

    /// @param hashes of a presented secret
    /// @param reads of the two tables that know a server
    private record Work(int hashes, int reads) {}

    private final ServerTokenProvider provider;
    private final ServerChanges changes;
    private final TestServers servers;
    private final JdbcClient jdbc;

    SameWorkTests(
            @Autowired ServerTokenProvider provider,
            @Autowired ServerChanges changes,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc) {
        this.provider = provider;
        this.changes = changes;
        this.servers = servers;
        this.jdbc = jdbc;
    }

    private Work refusing(String id) {
        return work(Token.of(id), this::refuse);
    }

    private Work work(Token presented, Consumer<ServerTokenAuthentication> act) {
        jdbc.sql("set query_statistics true").update();
        try (var hashes = CountedHashes.ofThisThread()) {
            act.accept(new ServerTokenAuthentication(presented, Narrowing.NONE));
            return new Work(hashes.count(), reads());
        } finally {
            jdbc.sql("set query_statistics false").update();
        }
    }

    private void refuse(ServerTokenAuthentication presented) {
        assertThatThrownBy(() -> provider.authenticate(presented))
                .isInstanceOf(BadCredentialsException.class);
    }

    private void letIn(ServerTokenAuthentication presented) {
        assertThat(provider.authenticate(presented).isAuthenticated()).isTrue();
    }

    /// By what only a look for a token asks.
    private int reads() {
        return jdbc.sql(
                        """
                        select coalesce(sum(execution_count), 0)
                          from information_schema.query_statistics
                         where sql_statement like '%order by generation desc%'
                            or sql_statement like '%from server_definition%where id = ?%'
                        """)
                .query(Integer.class)
                .single();
    }

    @Test
    void isDoneForAnUnknownIdAsForAWrongSecret() {
        var id = TestServers.id(servers.readOnly());

        var wrong = refusing(id);

        assertThat(wrong).isEqualTo(new Work(1, 2));
        assertThat(refusing("000000000000")).isEqualTo(wrong);
    }

    @Test
    void isDoneForAServerThatIsKnownToo() {
        var url = servers.readOnly();
        RawClient.connected(url);

        assertThat(refusing(TestServers.id(url))).isEqualTo(refusing("000000000000"));
    }

    @Test
    void isNotDoneForAUrlThatIsKnown() {
        var url = servers.readOnly();
        RawClient.connected(url);
        var token = Token.parse(url.substring(url.lastIndexOf('/') + 1)).orElseThrow();

        assertThat(work(token, this::letIn)).isEqualTo(new Work(1, 0));
    }

    @Test
    void isDoneForAServerWithTwoTokensToo() {
        var id = TestServers.id(servers.with(Filter.ofMethods("read")));
        changes.rotate(id, Duration.ofHours(1));

        assertThat(refusing(id)).isEqualTo(refusing("000000000000"));
    }
}
