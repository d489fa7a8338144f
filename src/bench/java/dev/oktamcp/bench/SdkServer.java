package dev.oktamcp.bench;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/// What one gets from the MCP Java SDK with little work: its servlet in a Tomcat with virtual
/// threads, and the same tools by name and description as ours. It checks no one's identity, no
/// argument and no answer, limits nothing and writes nothing down.
final class SdkServer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SdkServer() {}

    /// Prints its URL, and serves until it is ended. Arguments: the upstream's URL, and a file with
    /// the tools as `tools/list` gives them.
    public static void main(String[] arguments) throws IOException, LifecycleException {
        var transport =
                HttpServletStreamableServerTransportProvider.builder()
                        .jsonMapper(new JacksonMcpJsonMapper(JSON))
                        .mcpEndpoint("")
                        .build();
        McpServer.sync(transport)
                .serverInfo("sdk", "1")
                .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(tools(Path.of(arguments[1]), new SdkTools(arguments[0])))
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .immediateExecution(true)
                .build();
        serve(transport);
    }

    private static List<SyncToolSpecification> tools(Path file, SdkTools handler)
            throws IOException {
        var message = JSON.readTree(Files.readString(file));
        var list = JSON.treeToValue(message.required("result"), McpSchema.ListToolsResult.class);
        return list.tools().stream()
                .map(tool -> new SyncToolSpecification(tool, handler::call))
                .toList();
    }

    private static void serve(HttpServletStreamableServerTransportProvider transport)
            throws LifecycleException, IOException {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bench").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        var handler = tomcat.getConnector().getProtocolHandler();
        handler.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "mcp", transport).setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "mcp");
        tomcat.start();
        IO.println("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/mcp");
        tomcat.getServer().await();
    }
}
