// Lists every tool and compiles its schema in Ajv's strict mode, in which what is unknown, ignored
// or ambiguous is an error.
import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {StreamableHTTPClientTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {Ajv2020} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const client = new Client({name: 'strict', version: '1'});
await client.connect(new StreamableHTTPClientTransport(new URL(process.argv[2])));
const ajv = new Ajv2020({strict: true, strictTypes: true, validateFormats: true});
formats.default ? formats.default(ajv) : formats(ajv);
let compiled = 0;
let cursor;
do {
    const page = await client.listTools({cursor});
    for (const tool of page.tools) {
        try {
            ajv.compile(tool.inputSchema);
            compiled++;
        } catch (e) {
            console.log(`refused ${tool.name}: ${e.message}`);
        }
    }
    cursor = page.nextCursor;
} while (cursor);
console.log(`compiled ${compiled}`);
await client.close();
