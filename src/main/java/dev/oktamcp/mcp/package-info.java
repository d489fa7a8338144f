/// The protocol edge; the only module that knows JSON-RPC. Where to read what:
///
/// - in by HTTP: `McpController`, `SseController`, `Incoming`, `MessageReader`, `Headers`,
///   `EdgeLimits`
/// - 2025-03-26 to 2025-11-25: `SessionEra` and what begins with `Session`; over two endpoints
///   `SseTransport`
/// - 2026-07-28: `StatelessEra` and what begins with `Stateless`, `RoundTrip`, `Listening`
/// - what is answered, in either: `ServerMethods`, `ToolCalls`, `ToolList`, `Documents`
/// - out by HTTP: `Reply` and its kinds, `EventStream`, `NoticeStreams`, `ResumableReplies`
/// - while a call runs: `CallsInProgress`, `CallWatch`, `ClientInteraction`, `Questions`
/// - between replicas: `EndedSessions`, `OtherReplicas`, `SessionMessages`
///
/// One package, although it is the largest: the two eras share nearly all of these, and in several
/// packages half of them would have to be public.
@NullMarked
@ApplicationModule(allowedDependencies = {"tool", "store"})
package dev.oktamcp.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
