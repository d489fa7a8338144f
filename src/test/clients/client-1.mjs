// The TypeScript SDK's client, generation 1, with a user who answers what is prepared.
import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {ElicitRequestSchema} from '@modelcontextprotocol/sdk/types.js';
import {step, walk} from './walk.mjs';

export async function walkOver(transport, login, end = async () => {}) {
    const answers = [];
    const questions = [];
    const client = new Client({name: 'ts-1', version: '1'}, {capabilities: {elicitation: {}}});
    client.setRequestHandler(ElicitRequestSchema, request => {
        questions.push(request.params.message);
        return {action: answers.shift(), content: {}};
    });
    await client.connect(transport);
    step('connect');
    await walk({
        list: () => allTools(client),
        call: (name, args) => client.callTool({name, arguments: args}),
        answers,
        questions,
        login,
    });
    await end();
    await client.close();
    step('close');
}

async function allTools(client) {
    const tools = [];
    let cursor;
    do {
        const page = await client.listTools({cursor});
        tools.push(...page.tools);
        cursor = page.nextCursor;
    } while (cursor);
    return tools;
}
