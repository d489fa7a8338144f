// mcp-remote, which speaks stdio to a client and HTTP to the server, behind the TypeScript SDK's.
import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js';
import {ElicitRequestSchema} from '@modelcontextprotocol/sdk/types.js';
import {createRequire} from 'node:module';
import path from 'node:path';
import {step, walk} from './walk.mjs';

const [url, login] = process.argv.slice(2);
const packageFile = createRequire(import.meta.url).resolve('mcp-remote/package.json');
const answers = [];
const questions = [];
const client = new Client({name: 'remote', version: '1'}, {capabilities: {elicitation: {}}});
client.setRequestHandler(ElicitRequestSchema, request => {
    questions.push(request.params.message);
    return {action: answers.shift(), content: {}};
});
await client.connect(
    new StdioClientTransport({
        command: process.execPath,
        args: [path.join(path.dirname(packageFile), 'dist', 'proxy.js'), url, '--allow-http'],
        env: {...process.env, MCP_REMOTE_CONFIG_DIR: process.env.CLIENT_SCRATCH ?? '.'},
        stderr: 'ignore',
    }),
);
step('connect');

await walk({
    list: async () => (await client.listTools()).tools,
    call: (name, args) => client.callTool({name, arguments: args}),
    answers,
    questions,
    login,
});
await client.close();
step('close');
