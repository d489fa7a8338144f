-- One request, again and again. Arguments: the body (none: a GET), and headers, as name, value, name, …
-- No two MCP requests under way may have the same id, so each gets the next.

local id = 1000000000
local before, after

function init(arguments)
    wrk.headers["Authorization"] = "SSWS bench"
    wrk.headers["Accept"] = "application/json, text/event-stream"
    if arguments[1] ~= "" then
        wrk.method = "POST"
        wrk.body = arguments[1]
        wrk.headers["Content-Type"] = "application/json"
    end
    for i = 2, #arguments - 1, 2 do
        wrk.headers[arguments[i]] = arguments[i + 1]
    end
    before, after = string.match(wrk.format() .. "\n", "^(.*\"id\":)%d+(.*)\n$")
end

function request()
    if not before then
        return wrk.format()
    end
    id = id + 1
    return before .. id .. after
end

-- Microseconds, answers, failures, median and 99th percentile of the times in microseconds, bytes.
function done(summary, latency)
    local errors = summary.errors
    local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    print(string.format("RESULT %d %d %d %d %d %d", summary.duration, summary.requests, failures,
        latency:percentile(50), latency:percentile(99), summary.bytes))
end
