// Generation 1 over Streamable HTTP, or over HTTP with SSE.
import {SSEClientTransport} from '@modelcontextprotocol/sdk/client/sse.js';
import {StreamableHTTPClientTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {walkOver} from './client-1.mjs';

const [url, login, transportName] = process.argv.slice(2);
if (transportName === 'sse') {
    await walkOver(new SSEClientTransport(new URL(`${url}/sse`)), login);
} else {
    const transport = new StreamableHTTPClientTransport(new URL(url));
    await walkOver(transport, login, () => transport.terminateSession());
}
