package dev.oktamcp.demo;

import dev.oktamcp.OktaMcpApplication;
import dev.oktamcp.conformance.ConformanceTools;
import dev.oktamcp.simulation.SimulatedOrg;

import org.springframework.boot.SpringApplication;

import java.util.stream.Stream;

/// What `mvn spring-boot:test-run` starts: the server, on this machine alone, with a simulated org.
final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] arguments) {
        var org = SimulatedOrg.start();
        var demo =
                Stream.of(
                        "--okta.org.url=" + org.url(),
                        "--okta.api.token=" + org.apiToken(),
                        "--okta-mcp.connection.insecure-loopback=true",
                        "--okta-mcp.data-directory=./target/demo",
                        "--okta-mcp.first-server=false");
        SpringApplication.from(OktaMcpApplication::main)
                .with(DemoServers.class, ConformanceTools.class)
                .run(Stream.concat(demo, Stream.of(arguments)).toArray(String[]::new));
    }
}
