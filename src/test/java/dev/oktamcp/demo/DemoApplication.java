package dev.oktamcp.demo;

import dev.oktamcp.OktaMcpApplication;
import dev.oktamcp.conformance.ConformanceChanges;
import dev.oktamcp.conformance.ConformanceDocuments;
import dev.oktamcp.conformance.ConformanceQuestions;
import dev.oktamcp.conformance.ConformanceTools;
import dev.oktamcp.server.Printout;
import dev.oktamcp.simulation.SimulatedOrg;

import org.springframework.boot.SpringApplication;

import java.util.Map;

/// What `mvn spring-boot:test-run` starts: the server, on this machine alone, with a simulated org.
/// Neither outlives the process; the URLs are fixed. With `--org.alone` there is the org and no
/// server; its own thread keeps it running.
final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] arguments) {
        var options = new OrgOptions(arguments);
        var org = SimulatedOrg.start(options.settings());
        if (options.isAlone()) {
            Printout.print(
                    "A simulated Okta org: %s with the API token %s\n"
                            .formatted(org.url(), org.apiToken()));
            return;
        }
        settings(org).forEach(System::setProperty);
        try {
            SpringApplication.from(OktaMcpApplication::main)
                    .with(
                            DemoServers.class,
                            ConformanceTools.class,
                            ConformanceQuestions.class,
                            ConformanceDocuments.class,
                            ConformanceChanges.class)
                    .run(arguments);
        } catch (RuntimeException e) {
            org.close();
            throw e;
        }
    }

    /// Below the command line, which can change any of them.
    private static Map<String, String> settings(SimulatedOrg org) {
        return Map.of(
                "okta.org.url", org.url().toString(),
                "okta.api.token", org.apiToken(),
                "okta-mcp.connection.insecure-loopback", "true",
                "okta-mcp.data-directory", "./target/demo",
                "okta-mcp.first-server", "false",
                "spring.datasource.url", "jdbc:h2:mem:demo");
    }
}
