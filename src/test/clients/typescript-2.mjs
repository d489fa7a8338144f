// The TypeScript SDK's client, generation 2, which speaks 2026-07-28 where the server does.
import {Client, StreamableHTTPClientTransport} from '@modelcontextprotocol/client';
import assert from 'node:assert/strict';
import {step, walk} from './walk.mjs';

const [url, login, era] = process.argv.slice(2);
const answers = [];
const questions = [];
const client = new Client(
    {name: 'ts-2', version: '1'},
    {capabilities: {elicitation: {form: {}}}, ...(era ? {versionNegotiation: {mode: era}} : {})});
client.setRequestHandler('elicitation/create', request => {
    questions.push(request.params.message);
    return {action: answers.shift(), content: {}};
});
await client.connect(new StreamableHTTPClientTransport(new URL(url)));
console.log('negotiated', client.getNegotiatedProtocolVersion?.());
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
