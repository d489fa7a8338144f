package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TrustedProxiesTests {

    private final TrustedProxies proxies =
            new TrustedProxies(List.of("10.0.0.0/8", " 192.0.2.7", "2001:db8::/32", "fe80::1"));

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,        true",
        "11.1.2.3,        false",
        "192.0.2.7,       true",
        "192.0.2.8,       false",
        "2001:db8:1::9,   true",
        "2001:db9::9,     false",
        "::ffff:10.1.2.3, true",
        "fe80:0:0:0:0:0:0:1%eth0, true",
        "localhost,       false",
        "'',              false"
    })
    void areKnownByTheirAddress(String address, boolean trusted) {
        assertThat(proxies.contain(address)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1     | 203.0.113.9                           | 203.0.113.9",
                "10.0.0.1     | 6.6.6.6,203.0.113.9                   | 203.0.113.9",
                "10.0.0.1     | 10.6.6.6,203.0.113.9,10.0.0.2         | 203.0.113.9",
                "10.0.0.1     | 203.0.113.9:4711                      | 203.0.113.9",
                "10.0.0.1     | [2001:db9::5]:4711,2001:db8::1        | 2001:db9:0:0:0:0:0:5",
                "10.0.0.1     | 2001:db9::5                           | 2001:db9:0:0:0:0:0:5",
                "10.0.0.1     | 10.0.0.3,10.0.0.2                     | 10.0.0.3",
                "10.0.0.1     | 203.0.113.9,unknown,10.0.0.2          | 10.0.0.2",
                "10.0.0.1     | 203.0.113.9,evil.example              | 10.0.0.1",
                "10.0.0.1     | ''                                    | 10.0.0.1",
                "203.0.113.50 | 203.0.113.9                           | 203.0.113.50"
            })
    void tellTheClientThatCannotBeForged(String peer, String hops, String client) {
        assertThat(proxies.client(peer, List.of(hops.split(",", -1)))).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.0/-1",
                "2001:db8::/129",
                "10.0.0",
                "*",
                ""
            })
    void mustBeAddressesOrRanges(String given) {
        assertThatThrownBy(() -> new TrustedProxies(List.of("127.0.0.1", given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("okta-mcp.trusted-proxies has " + given);
    }
}
