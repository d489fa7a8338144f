// The TypeScript SDK's client, generation 1: over Streamable HTTP, or over HTTP with SSE.
import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {SSEClientTransport} from '@modelcontextprotocol/sdk/client/sse.js';
import {StreamableHTTPClientTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {ElicitRequestSchema} from '@modelcontextprotocol/sdk/types.js';
import {step, walk} from './walk.mjs';

const [url, login, transportName] = process.argv.slice(2);
const answers = [];
const questions = [];
const client = new Client({name: 'ts-1', version: '1'}, {capabilities: {elicitation: {}}});
client.setRequestHandler(ElicitRequestSchema, request => {
    questions.push(request.params.message);
    return {action: answers.shift(), content: {}};
});
const transport =
    transportName === 'sse'
        ? new SSEClientTransport(new URL(`${url}/sse`))
        : new StreamableHTTPClientTransport(new URL(url));
await client.connect(transport);
step('connect');

async function list() {
    const tools = [];
    let cursor;
    do {
        const page = await client.listTools({cursor});
        tools.push(...page.tools);
        cursor = page.nextCursor;
    } while (cursor);
    return tools;
}

await walk({list, call: (name, args) => client.callTool({name, arguments: args}), answers, questions, login});
if (transportName !== 'sse') {
    await transport.terminateSession();
}
await client.close();
step('close');
