// mcp-remote, which speaks stdio to a client and HTTP to the server.
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js';
import {createRequire} from 'node:module';
import path from 'node:path';
import {walkOver} from './client-1.mjs';

const [url, login] = process.argv.slice(2);
const packageFile = createRequire(import.meta.url).resolve('mcp-remote/package.json');
const transport = new StdioClientTransport({
    command: process.execPath,
    args: [path.join(path.dirname(packageFile), 'dist', 'proxy.js'), url, '--allow-http'],
    env: {...process.env, MCP_REMOTE_CONFIG_DIR: process.env.CLIENT_SCRATCH},
    stderr: 'ignore',
});
await walkOver(transport, login);
