package dev.oktamcp.export;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.DocumentContent.Call;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolDispatcher;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolRequest;
import dev.oktamcp.tool.ToolResult;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import tools.jackson.databind.node.JsonNodeFactory;

/// Whole files, behind the MCP server's own URL: what guards the URL guards them, and to read one
/// is a call of its tool. They are written as they are read, and kept nowhere.
@Controller
final class ExportController {

    private static final String NOTHING =
            "There is no such export here, or no longer: call the export tool again for a new"
                    + " link.";
    private static final String TOO_MANY =
            "Two downloads run on this MCP server already. Try again when one has ended.";
    private static final String CSV = "CSV";

    private final SealedExports exports;
    private final Downloads downloads;
    private final ToolDispatcher dispatcher;

    ExportController(SealedExports exports, Downloads downloads, ToolDispatcher dispatcher) {
        this.exports = exports;
        this.downloads = downloads;
        this.dispatcher = dispatcher;
    }

    /// HEAD would be a download that nobody reads.
    @RequestMapping(path = "/mcp/{server}/export", method = RequestMethod.GET)
    void download(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(name = "id", defaultValue = "") String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!request.getMethod().equals("GET")) {
            response.setHeader(HttpHeaders.ALLOW, "GET");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var call = exports.open(id, caller);
        var download = new Download(response);
        if (call.isEmpty()) {
            refuse(download, response, 404, NOTHING);
            return;
        }
        switch (downloads.run(
                caller,
                download.cancellation(),
                () -> write(call.get(), caller, download, response))) {
            case YES -> {}
            case TOO_MANY -> refuse(download, response, 429, TOO_MANY);
            case ENDED -> refuse(download, response, 404, NOTHING);
        }
    }

    private void write(Call call, Caller caller, Download download, HttpServletResponse response) {
        var csv = String.valueOf(call.arguments().getOrDefault("format", CSV)).equals(CSV);
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/jsonl");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s.%s\"".formatted(call.tool(), csv ? "csv" : "jsonl"));
        var request = new ToolRequest(call.tool(), call.arguments(), download.interaction());
        var result = dispatcher.dispatch(request, caller).result();
        if (result instanceof ToolResult.Failure failure && !download.gone()) {
            fail(download.cause(failure), csv, download, response);
        }
    }

    /// Where rows have gone out already, the file itself has to say it.
    private static void fail(
            ToolResult.Failure failure,
            boolean csv,
            Download download,
            HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
            refuse(download, response, status(failure.code()), failure.message());
        } else if (csv) {
            var words = failure.message().replace("\"", "'");
            send(download, "\"# NOT WHOLE: %s\"\r\n".formatted(words));
        } else {
            var line = JsonNodeFactory.instance.objectNode();
            line.putObject("_export").put("whole", false).put("note", failure.message());
            send(download, line + "\n");
        }
    }

    private static int status(FailureCode code) {
        return switch (code) {
            case UNKNOWN_TOOL, UNKNOWN_OPERATION -> 404;
            case INVALID_ARGUMENTS -> 400;
            case LIMITED, RATE_LIMITED -> 429;
            case INTERNAL, NOT_RECORDED -> 500;
            default -> 502;
        };
    }

    private static void refuse(
            Download download, HttpServletResponse response, int status, String words) {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
        send(download, words + "\n");
    }

    /// Whoever has gone reads no words either.
    private static void send(Download download, String text) {
        if (!download.gone()) {
            try {
                download.send(text);
            } catch (ToolException e) {
                // it went just now
            }
        }
    }
}
